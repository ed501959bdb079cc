package dev.espalier.samples.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.samples.cli.DataFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison on the first rows. */
class CensusCompareSampleTest {
  private static final SampleOptions OPTIONS = new SampleOptions(6, 256, 1e-3);

  private static Splits<Census> data;

  @BeforeAll
  static void read() {
    DataFolder folder = OPTIONS.data();
    assumeTrue(
        folder.has(CensusSample.DATA),
        () -> "skipped: found no " + CensusSample.DATA.file() + " in " + folder.path());
    data =
        Splits.byTens(
            CensusData.csv(folder.file(CensusSample.DATA)).where(row -> row < 10_000).load());
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void everySchemeLearnsBothTasks(Scheme<?> scheme) {
    Figures figures = train(scheme, 1);
    assertThat(figures.test().metric(CensusTask.highIncome, "auc")).isGreaterThan(0.91);
    assertThat(figures.test().metric(CensusTask.neverMarried, "auc")).isGreaterThan(0.985);
  }

  static List<Scheme<?>> schemes() {
    return Scheme.ALL;
  }

  @Test
  void theTableShowsMeanAndSpreadOfTheRuns() {
    Scheme<?> scheme = Scheme.ALL.get(0);
    Figures one = train(scheme, 1);
    Figures other = train(scheme, 2);
    double first = one.test().metric(CensusTask.highIncome, "auc");
    double second = other.test().metric(CensusTask.highIncome, "auc");
    SchemeFigures figures = new SchemeFigures(scheme.name(), List.of(one, other));
    assertThat(first).isNotEqualTo(second);
    assertThat(figures.mean(CensusTask.highIncome)).isCloseTo((first + second) / 2, within(1e-12));
    assertThat(figures.spread(CensusTask.highIncome))
        .isCloseTo(Math.abs(first - second) / Math.sqrt(2), within(1e-12));
    assertThat(new SchemeTable(List.of(figures)).toString())
        .containsPattern(
            "(?m)^\\| shared bottom \\| [\\d,]+ \\| 0\\.9\\d{3} ± 0\\.\\d{4} \\| 0\\.9");
  }

  private static Figures train(Scheme<?> scheme, long seed) {
    return scheme.train(
        new SampleTraining(OPTIONS, seed, new PrintWriter(Writer.nullWriter())), data);
  }
}
