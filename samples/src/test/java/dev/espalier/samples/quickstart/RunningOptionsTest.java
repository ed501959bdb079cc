package dev.espalier.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The options that say how a run goes and ends, on few rows: 280 for training, 5 steps an epoch.
 */
class RunningOptionsTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();

  private void run(String... more) {
    CommandLine command = new CommandLine(new QuickstartSample());
    command.setOut(new PrintWriter(out, true));
    List<String> line = new ArrayList<>(List.of("--rows=400", "--epochs=3", "--threads=1"));
    line.addAll(List.of(more));
    assertThat(command.execute(line.toArray(String[]::new))).isZero();
  }

  private Map<String, Object> report(String... more) throws IOException {
    Path file = Files.createTempFile(folder, "report", ".json");
    List<String> line = new ArrayList<>(List.of(more));
    line.add("--report=" + file);
    run(line.toArray(String[]::new));
    Map<String, Object> report = JSON.std.mapFrom(Files.readString(file));
    ((Map<?, ?>) report.get("independent")).keySet().removeAll(TIMES);
    report.keySet().removeAll(TIMES);
    return report;
  }

  private static final List<String> TIMES = List.of("examplesPerSecond", "stepMillis");

  /** Each of the sample's runs ends after its limit and goes on from there. */
  @Test
  void aRunThatWasCutShortIsGoneOnWith() throws IOException {
    Map<String, Object> whole = report();
    String checkpoints = "--checkpoints=" + folder.resolve("c");
    assertThat(report(checkpoints, "--max-steps=7")).isNotEqualTo(whole);
    assertThat(folder.resolve("c/step-000000000007.espalier")).exists();
    assertThat(folder.resolve("c/run-2/step-000000000007.espalier")).exists();
    assertThat(report(checkpoints, "--resume")).isEqualTo(whole);
    assertThat(folder.resolve("c/step-000000000015.espalier")).exists();
  }

  /** There is always time for a step. */
  @Test
  void aRunEndsAfterItsTime() throws IOException {
    Path history = folder.resolve("history.csv");
    run("--max-minutes=0.00001", "--history=" + history);
    List<String> lines = Files.readAllLines(history);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("epoch,rows,");
    assertThat(lines.get(1)).startsWith("1,64,");
  }

  /** Of 5 steps of warm-up the last has five sixths of the rate, the cosine then begins. */
  @Test
  void theRateFollowsScheduleAndWarmUp() throws IOException {
    Path history = folder.resolve("history.csv");
    run("--schedule=cosine", "--warm-up=5", "--learning-rate=0.06", "--history=" + history);
    List<String> lines = Files.readAllLines(history);
    int column = List.of(lines.get(0).split(",")).indexOf("learningRate");
    double[] rates =
        lines.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[column])).toArray();
    double second = (1 + Math.cos(Math.PI * 4 / 10)) / 2;
    double third = (1 + Math.cos(Math.PI * 9 / 10)) / 2;
    assertThat(rates)
        .containsExactly(new double[] {0.06 * 5 / 6, 0.06 * second, 0.06 * third}, within(1e-12));
  }
}
