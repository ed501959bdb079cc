package dev.espalier.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sample on a part of its rows. */
class QuickstartSampleTest {
  @TempDir private static Path folder;

  private static String text;
  private static Map<String, Object> report;

  @BeforeAll
  static void run() throws IOException {
    text = run("report.json", 2);
    report = report("report.json");
  }

  @Test
  void bothModelsLearnBothTasks() {
    for (Map<String, Object> model : List.of(report, map(report, "independent"))) {
      for (String task : List.of("first", "second")) {
        Map<String, Object> figures = map(map(model, "test"), task);
        // The best straight line reaches 0.52: the curve is learnt, and from few rows.
        assertThat(number(figures, "r2")).isGreaterThan(0.6);
        assertThat(number(figures, "rmse")).isLessThan(1.2);
      }
    }
  }

  @Test
  void theReportHoldsSettingsAndFigures() {
    assertThat(report)
        .containsEntry("sample", "quickstart")
        .containsEntry("seed", 2)
        .containsEntry("epochs", 12)
        .containsEntry("batchSize", 32)
        .containsEntry("correlation", 0.9);
    for (Map<String, Object> model : List.of(report, map(report, "independent"))) {
      assertThat(number(model, "examplesPerSecond")).isPositive();
      assertThat(number(model, "stepMillis")).isPositive();
      for (String part : List.of("train", "validation", "test")) {
        assertThat(map(model, part)).containsOnlyKeys("first", "second");
        assertThat(map(map(model, part), "first"))
            .containsOnlyKeys("loss", "labels", "mae", "rmse", "r2");
      }
    }
    assertThat(map(map(report, "train"), "first")).containsEntry("labels", 2100);
    assertThat(map(map(report, "validation"), "first")).containsEntry("labels", 300);
    assertThat(map(map(report, "test"), "first")).containsEntry("labels", 600);
  }

  @Test
  void parametersAreThoseOfTheNetworks() {
    int trunk = 100 * 64 + 64;
    int tower = 64 * 8 + 8 + 8 + 1;
    assertThat(report).containsEntry("parameters", trunk + 2 * tower);
    assertThat(map(report, "independent")).containsEntry("parameters", 2 * (trunk + tower));
  }

  @Test
  void epochsAndTheTableAreShown() {
    assertThat(text)
        .contains("RelatedTasks: 2,100 training rows, 7,522 parameters, 12 epochs of 66 steps")
        .contains("epoch 12/12")
        .containsPattern("first +loss \\d\\.\\d{4} +validation loss .* r2 0\\.\\d{4}")
        .containsPattern("(?m)^ +multi-task +independent$")
        .containsPattern("(?m)^second r2 +0\\.\\d{4} +0\\.\\d{4}$")
        .containsPattern("(?m)^parameters +7,522 +13,986$");
  }

  @Test
  void equalSeedsGiveEqualBits() throws IOException {
    run("same.json", 2);
    run("other.json", 3);
    assertThat(withoutTimes(report("same.json"))).isEqualTo(withoutTimes(report));
    assertThat(withoutTimes(report("other.json"))).isNotEqualTo(withoutTimes(report));
  }

  @Test
  void nothingIsLeftBesideTheReport() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.toString().endsWith(".json"));
    }
  }

  private static String run(String file, int seed) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new QuickstartSample());
    command.setOut(new PrintWriter(out, true));
    int exit =
        command.execute(
            "--rows=3000",
            "--epochs=12",
            "--batch=32",
            "--threads=1",
            "--seed=" + seed,
            "--report=" + folder.resolve(file));
    assertThat(exit).isZero();
    return out.toString();
  }

  private static Map<String, Object> report(String file) throws IOException {
    return JSON.std.mapFrom(Files.readString(folder.resolve(file)));
  }

  private static String withoutTimes(Map<String, Object> report) throws IOException {
    Map<String, Object> copy = JSON.std.mapFrom(JSON.std.asString(report));
    for (Map<String, Object> model : List.of(copy, map(copy, "independent"))) {
      model.remove("examplesPerSecond");
      model.remove("stepMillis");
    }
    copy.remove("seed");
    return JSON.std.asString(copy);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> values, String name) {
    return (Map<String, Object>) values.get(name);
  }

  private static double number(Map<String, Object> values, String name) {
    return ((Number) values.get(name)).doubleValue();
  }
}
