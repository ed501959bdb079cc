package dev.espalier.samples.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.DataFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusSampleTest {
  private static final String ROW =
      "38, Private, 6, 36, 1st grade, 0, Not in universe, %s, Manufacturing, Operators, White, All"
          + " other, Female, No, No, Full-time schedules, 0, 0, %s, Joint, No, No, Spouse, Spouse,"
          + " 1032.38, ?, ?, ?, No, ?, 4, No, Mexico, Mexico, Mexico, Foreign, 0, No, 2, 12, 95, %s";

  @TempDir private Path folder;

  @Test
  void bothTasksAreLearntFromTheFirstRows() {
    SampleOptions options = new SampleOptions(6, 256, 1e-3);
    DataFolder data = options.data();
    assumeTrue(
        data.has(CensusSample.DATA),
        () -> "skipped: found no " + CensusSample.DATA.file() + " in " + data.path());
    Dataset<Census> rows =
        CensusData.csv(data.file(CensusSample.DATA)).where(row -> row < 10_000).load();
    Figures figures =
        new SampleTraining(options, new PrintWriter(Writer.nullWriter()))
            .run(CensusTrainer.builder(), Splits.byTens(rows));
    assertThat(figures.rows()).isEqualTo(7000);
    assertThat(figures.test().of(CensusTask.highIncome).labels()).isEqualTo(2000);
    assertThat(figures.test().metric(CensusTask.highIncome, "auc")).isGreaterThan(0.91);
    assertThat(figures.test().metric(CensusTask.neverMarried, "auc")).isGreaterThan(0.985);
  }

  @Test
  void rowsAreReadAsTheyStand() throws IOException {
    List<Census> rows = new ArrayList<>();
    CensusData.csv(
            file(
                ROW.formatted("Never married", "2500", "50000+."),
                ROW.formatted("Divorced", "0", "- 50000.")))
        .read(rows::add);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).age()).isEqualTo(38);
    assertThat(rows.get(0).workerClass()).isEqualTo("Private");
    assertThat(rows.get(0).dividends()).isEqualTo(2500);
    assertThat(rows.get(0).year()).isEqualTo("95");
    assertThat(rows.get(0).neverMarried()).isTrue();
    assertThat(rows.get(0).highIncome()).isTrue();
    assertThat(rows.get(1).neverMarried()).isFalse();
    assertThat(rows.get(1).highIncome()).isFalse();
  }

  @Test
  void aCellThatIsNoNumberIsNamed() throws IOException {
    Dataset<Census> rows =
        CensusData.csv(
            file(
                ROW.formatted("Divorced", "0", "- 50000."),
                ROW.formatted("Divorced", "plenty", "- 50000.")));
    assertThatThrownBy(() -> rows.read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage("census.csv, line 2, column 18: found \"plenty\", expected a number");
  }

  @Test
  void aRowThatIsTooShortIsNamed() throws IOException {
    Dataset<Census> rows =
        CensusData.csv(file(ROW.formatted("Divorced", "0", "- 50000."), "38, Private"));
    assertThatThrownBy(() -> rows.read(row -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("census.csv", "found 2 cells", "expected 42");
  }

  private Path file(String... rows) throws IOException {
    return Files.write(folder.resolve("census.csv"), List.of(rows));
  }
}
