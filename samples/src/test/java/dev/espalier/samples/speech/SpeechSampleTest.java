package dev.espalier.samples.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.DataFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpeechSampleTest {
  private final SampleOptions options = new SampleOptions(6, 32, 2e-3);
  private Splits<Utterance> splits;

  @BeforeEach
  void read() {
    DataFolder data = options.data();
    assumeTrue(
        data.has(SpeechSample.DATA),
        () -> "skipped: found no " + SpeechSample.DATA.file() + " in " + data.path());
    splits = SpeechSample.splits(data.file(SpeechSample.DATA));
  }

  @Test
  void bothTasksAreLearntFromAThirdOfTheRecordings() {
    Figures figures =
        new SampleTraining(options, new PrintWriter(Writer.nullWriter()))
            .run(
                UtteranceTrainer.builder(),
                new Splits<>(
                    splits.train().where(row -> row % 3 == 0), splits.validation(), splits.test()));
    assertThat(figures.rows()).isEqualTo(800);
    assertThat(figures.test().metric(UtteranceTask.digit, "accuracy")).isGreaterThan(0.85);
    assertThat(figures.test().metric(UtteranceTask.speaker, "accuracy")).isGreaterThan(0.85);
  }

  @Test
  void eachSpeakerSaysEachDigitAsOftenInEveryPart() {
    assertThat(rows(splits.train())).hasSize(2400);
    assertThat(rows(splits.validation())).hasSize(300);
    assertThat(rows(splits.test()))
        .hasSize(300)
        .filteredOn(row -> row.digit() == 7 && row.speaker() == Utterance.Speaker.THEO)
        .hasSize(5);
  }

  private static List<Utterance> rows(Dataset<Utterance> part) {
    List<Utterance> rows = new ArrayList<>();
    part.read(rows::add);
    return rows;
  }
}
