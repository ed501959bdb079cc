package dev.espalier.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownNameListsTheSamples() {
    assertThat(run("cencus")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("There is no sample `cencus`.")
        .contains("census", "quickstart", "shapes");
  }

  @Test
  void withoutANameThereIsTheList() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Samples:", "census", "quickstart", "shapes");
  }

  @Test
  void everySampleHasTheCommonOptions() {
    for (String sample :
        new String[] {
          "census",
          "census-compare",
          "cifar10",
          "orchard",
          "quickstart",
          "shapes",
          "speech",
          "streets",
          "tagging"
        }) {
      out.getBuffer().setLength(0);
      assertThat(run(sample, "--help")).isZero();
      assertThat(out.toString())
          .contains(
              "--data",
              "--no-download",
              "--epochs",
              "--batch",
              "--learning-rate",
              "--schedule",
              "--warm-up",
              "--checkpoints",
              "--resume",
              "--max-steps",
              "--max-minutes",
              "--seed",
              "--threads",
              "--report",
              "--html",
              "--dashboard",
              "--tensorboard",
              "--history",
              "--help");
    }
  }

  @Test
  void helpShowsTheSamplesOwnDefaults() {
    run("census", "--help");
    assertThat(out.toString()).contains("Default: 12.", "Default: 1024.", "Default: 0.001.");
  }

  @Test
  void aWrongOptionIsNamed() {
    assertThat(run("census", "--epochs", "many")).isEqualTo(2);
    assertThat(err.toString()).contains("--epochs", "many", "samples/run census --help");
  }

  @ParameterizedTest
  @CsvSource({
    "--epochs, 0, a whole number of at least 1",
    "--batch, 1.5, a whole number of at least 1",
    "--threads, -1, a whole number of at least 0",
    "--learning-rate, 0, a number above 0",
    "--learning-rate, NaN, a number above 0",
    "--learning-rate, fast, a number above 0",
    "--warm-up, 0, a whole number of at least 1",
    "--max-steps, 0, a whole number of at least 1",
    "--max-minutes, -1, a number above 0"
  })
  void aNumberOutOfRangeIsRefusedBeforeAnythingIsDone(
      String option, String value, String expected) {
    assertThat(run("quickstart", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .contains(option, "expected " + expected + ", found '" + value + "'")
        .contains("samples/run quickstart --help");
  }

  @Test
  void anUnknownScheduleListsTheOthers() {
    assertThat(run("quickstart", "--schedule", "cosin")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--schedule", "cosin", "constant, staircase, exponential, linear, polynomial");
  }

  @Test
  void whatIsToBeGoneOnWithHasToBeNamed() {
    assertThat(run("quickstart", "--rows=50", "--resume")).isEqualTo(1);
    assertThat(err.toString())
        .contains("--resume goes on with a checkpoint; say --checkpoints DIR, too.");
  }

  @Test
  void aCorrelationOutOfRangeIsRefused() {
    assertThat(run("quickstart", "--correlation", "1.5")).isEqualTo(2);
    assertThat(err.toString()).contains("--correlation should be from -1 to 1. Found 1.5.");
  }

  @Test
  void whereDataIsMissingAndNotToBeDownloadedItIsSaidWhereToGetIt() {
    assertThat(run("census", "--no-download", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("census-income.csv.gz", folder.toString(), "archive.ics.uci.edu", "--data");
    assertThat(out.toString()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aReportThatCantBeWrittenIsRefusedBeforeTraining() {
    Path report = folder.resolve("none").resolve("report.json");
    assertThat(run("quickstart", "--report", report.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("Can't write the report " + report);
    assertThat(out.toString()).isEmpty();
    assertThat(Files.exists(report)).isFalse();
  }

  private int run(String... arguments) {
    CommandLine command = Samples.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
