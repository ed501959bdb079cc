package dev.espalier.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What looks at a run, asked for on the command line; the sample trains two models. */
class SeeingTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... options) {
    CommandLine command = new CommandLine(new QuickstartSample());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] small = {"--rows=300", "--epochs=2", "--batch=32", "--threads=1"};
    return command.execute(
        Stream.concat(Arrays.stream(small), Arrays.stream(options)).toArray(String[]::new));
  }

  @Test
  void eachRunHasItsPageHistoryAndEvents() throws IOException {
    assertThat(
            run(
                "--html=" + folder.resolve("run.html"),
                "--history=" + folder.resolve("history.json"),
                "--tensorboard=" + folder.resolve("events"),
                "--dashboard"))
        .isZero();
    assertThat(folder.resolve("run.html")).content().contains("\"model\":\"RelatedTasks\"");
    assertThat(folder.resolve("run-2.html")).content().contains("\"model\":\"RelatedTasksApart\"");
    assertThat(JSON.std.mapFrom(Files.readString(folder.resolve("history-2.json"))))
        .containsEntry("format", "espalier-history");
    assertThat(folder.resolve("events").resolve("train")).isNotEmptyDirectory();
    assertThat(folder.resolve("events").resolve("run-2").resolve("validation"))
        .isNotEmptyDirectory();
    assertThat(out.toString()).containsPattern("The dashboard is at http://127\\.0\\.0\\.1:\\d+/");
  }

  @Test
  void aHistoryIsCsvUnlessItsNameSaysJson() throws IOException {
    assertThat(run("--history=" + folder.resolve("history.csv"))).isZero();
    assertThat(Files.readAllLines(folder.resolve("history.csv")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("epoch,rows,examplesPerSecond,stepMillis,learningRate,validationSeconds,first");
  }

  @Test
  void aPlaceThatCannotBeIsSaidBeforeTheRun() {
    String missing = folder.resolve("none").resolve("run.html").toString();
    assertThat(run("--html=" + missing)).isNotZero();
    assertThat(err.toString()).contains("Can't write the page " + missing);
    assertThat(out.toString()).doesNotContain("epoch 1/2");
  }
}
