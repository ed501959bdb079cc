package dev.espalier.samples.orchard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.data.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sample, with few trees. */
class OrchardSampleTest {
  @TempDir private Path folder;

  @Test
  void learnsFromAFileForEachTaskWhatEachAloneDoesNot() throws IOException {
    String text = run("report.json");
    Map<String, Object> report = report("report.json");
    assertThat(text)
        .contains("Tree: 1,750 training rows")
        .contains("Together and apart, 2 seeds:")
        .containsPattern("(?m)^healthy +auc +0\\.\\d{4} \\+- ")
        .containsPattern("(?m)^all tasks +\\+\\d+\\.\\d\\d %");
    assertThat(map(map(report, "train"), "healthy")).containsEntry("labels", 1000);
    assertThat(map(map(report, "train"), "variety")).containsEntry("labels", 500);
    assertThat(map(map(report, "train"), "harvest")).containsEntry("labels", 250);
    assertThat(map(map(report, "test"), "harvest")).containsEntry("labels", 2000);
    assertThat(number(map(map(report, "improvement"), "all"), "mean")).isGreaterThan(0.02);
    assertThat(number(map(map(report, "improvement"), "harvest"), "mean")).isGreaterThan(0.02);
  }

  @Test
  void learnsFromATableWhoseLabelsAreMostlyMissing() throws IOException {
    run("table.json", "--table");
    Map<String, Object> report = report("table.json");
    for (String task : List.of("healthy", "variety", "harvest")) {
      assertThat(number(map(map(report, "train"), task), "labels")).isBetween(520., 680.);
    }
    assertThat(number(map(map(report, "test"), "healthy"), "auc")).isGreaterThan(0.75);
    assertThat(number(map(map(report, "improvement"), "all"), "mean")).isGreaterThan(0.02);
  }

  @Test
  void filesHoldWhatWasSeenAndGoWithTheSample() throws IOException {
    Path written;
    try (TreeFiles files = TreeFiles.write(3, 200)) {
      written = files.folder();
      try (Stream<Path> all = Files.list(written)) {
        assertThat(all.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "health.csv",
                "varieties.csv",
                "harvests.csv",
                "orchard.csv",
                "validation.csv",
                "test.csv");
      }
      assertThat(Files.readAllLines(written.resolve("harvests.csv")))
          .hasSize(51)
          .startsWith("spectrum,harvest");
      List<Tree> table = files.table().toList();
      long labels =
          table.stream()
              .mapToLong(
                  tree ->
                      (tree.healthy() == null ? 0 : 1)
                          + (tree.variety() == null ? 0 : 1)
                          + (tree.harvest() == null ? 0 : 1))
              .sum();
      // 1,200 labels, of which 30 in 100 are there; the standard deviation is 16.
      assertThat(labels).isBetween(300L, 420L);
    }
    assertThat(written).doesNotExist();
  }

  /** What a label that is missing would have been makes no difference: equal bits. */
  @Test
  void rowsWithoutLabelsTeachNothing() {
    Orchard orchard = new Orchard(5);
    List<Tree> seen = orchard.grow(64);
    List<Tree> alike = unlabelled(orchard.grow(64));
    List<Tree> others = unlabelled(orchard.grow(64));
    assertThat(trained(seen, alike)).isDeepEqualTo(trained(seen, others));
    float[][] of = trained(orchard.grow(64), alike);
    assertThat(Arrays.deepEquals(trained(seen, alike), of)).isFalse();
  }

  private static List<Tree> unlabelled(List<Tree> trees) {
    return trees.stream().map(tree -> new Tree(tree.spectrum(), null, null, null)).toList();
  }

  private static float[][] trained(List<Tree> seen, List<Tree> unseen) {
    List<Tree> all = new ArrayList<>(seen);
    all.addAll(unseen);
    try (TreeTrainer trainer = TreeTrainer.builder().epochs(3).batchSize(128).threads(1).build()) {
      trainer.fit(Dataset.of(all));
      return trainer.activations("trunk.hidden2", new Orchard(9).grow(4));
    }
  }

  @Test
  void equalSeedsGiveEqualBits() throws IOException {
    run("one.json", "--epochs=2", "--mixing=root");
    run("same.json", "--epochs=2", "--mixing=root");
    assertThat(withoutTimes("same.json")).isEqualTo(withoutTimes("one.json"));
    run("other.json", "--epochs=2", "--mixing=round");
    assertThat(withoutTimes("other.json")).isNotEqualTo(withoutTimes("one.json"));
  }

  private String withoutTimes(String file) throws IOException {
    Map<String, Object> report = report(file);
    report.remove("examplesPerSecond");
    report.remove("stepMillis");
    return JSON.std.asString(report);
  }

  private String run(String file, String... more) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new OrchardSample());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out, true));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--trees=1000",
                "--runs=2",
                "--threads=1",
                "--seed=2",
                "--report=" + folder.resolve(file)));
    arguments.addAll(List.of(more));
    assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
    return out.toString();
  }

  private Map<String, Object> report(String file) throws IOException {
    return JSON.std.mapFrom(Files.readString(folder.resolve(file)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> values, String name) {
    return (Map<String, Object>) values.get(name);
  }

  private static double number(Map<String, Object> values, String name) {
    return ((Number) values.get(name)).doubleValue();
  }
}
