package dev.espalier.samples.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.samples.cli.DataFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class TaggingSampleTest {

  @Test
  void bothTasksAreLearntFromTheFirstSentences() {
    SampleOptions options = new SampleOptions(4, 16, 5e-3);
    DataFolder data = options.data();
    assumeTrue(
        data.has(TaggingSample.DATA),
        () -> "skipped: found no " + TaggingSample.DATA.file() + " in " + data.path());
    Splits<Analysis> all = TaggingSample.splits(data.file(TaggingSample.DATA));
    Figures figures =
        new SampleTraining(options, new PrintWriter(Writer.nullWriter()))
            .run(
                AnalysisTrainer.builder(),
                new Splits<>(
                    all.train().where(row -> row < 500),
                    all.validation().where(row -> row < 100),
                    all.test().where(row -> row < 200)));
    assertThat(figures.rows()).isEqualTo(500);
    assertThat(figures.test().metric(AnalysisTask.tag, "accuracy")).isGreaterThan(0.7);
    assertThat(figures.test().metric(AnalysisTask.relation, "accuracy")).isGreaterThan(0.5);
  }
}
