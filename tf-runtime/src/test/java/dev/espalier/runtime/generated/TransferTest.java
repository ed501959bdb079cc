package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.transfer.Transfer;
import dev.espalier.runtime.transfer.TransferReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that come from another model. */
class TransferTest {
  private static final Dataset<FeatureTasks> ROWS = FeatureTasksData.of(FeatureTasks.rows());
  private static final Dataset<FeatureTasks> OTHERS = FeatureTasksData.of(FeatureTasks.rows(21, 9));

  @TempDir static Path sources;
  private static Path model;
  private static Path exported;
  private static Path checkpoints;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    model = sources.resolve("model");
    exported = sources.resolve("exported");
    checkpoints = sources.resolve("checkpoints");
    try (FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder()
            .epochs(2)
            .batchSize(7)
            .seed(3)
            .checkpoints(Checkpoints.in(checkpoints))
            .build()) {
      trainer.fit(ROWS);
      trainer.save(model);
      trainer.export(exported);
    }
  }

  /** The weights of a file, by path. */
  private static Map<String, SavedArray> weights(Path file) {
    return ModelFile.read(file).parameters();
  }

  /** What a model starts with: everything stands still, so nothing is learnt. */
  private Map<String, SavedArray> started(Dataset<FeatureTasks> rows, Transfer... transfers) {
    var builder =
        FeatureTasksTrainer.builder().epochs(1).batchSize(7).frozen("trunk", "tables", "tasks");
    for (Transfer transfer : transfers) {
      builder.start(transfer);
    }
    Path file = folder.resolve("started");
    try (FeatureTasksTrainer trainer = builder.build()) {
      trainer.fit(rows);
      report = trainer.transferred().isEmpty() ? null : trainer.transferred().get(0);
      trainer.save(file);
    }
    return weights(file);
  }

  private TransferReport report;

  private static void equal(
      Map<String, SavedArray> found, Map<String, SavedArray> expected, String path) {
    assertThat(found.get(path).values()).as(path).isEqualTo(expected.get(path).values());
  }

  @Test
  void aPartIsTakenOverAndTheRestIsInitial() {
    Map<String, SavedArray> source = weights(model);
    Map<String, SavedArray> fresh = started(ROWS);
    for (Path from : List.of(model, exported)) {
      Map<String, SavedArray> found = started(ROWS, Transfer.from(from).part("trunk"));
      found
          .keySet()
          .forEach(path -> equal(found, path.startsWith("trunk.") ? source : fresh, path));
      assertThat(report.matched()).containsExactly("trunk.out.kernel", "trunk.out.bias");
      assertThat(report.different()).isEmpty();
      assertThat(report.absent()).isEmpty();
      assertThat(report.skipped())
          .contains("tasks.first.logits.kernel")
          .doesNotContain("trunk.out.bias");
      assertThat(report.toString()).contains("taken over: 2", "    trunk.out.kernel");
    }
  }

  /** Of another training set: its words have other rows, and there are others. */
  @Test
  void rowsOfAVocabularyAreFoundByTheirValue() {
    Map<String, SavedArray> source = weights(model);
    Map<String, SavedArray> fresh = started(OTHERS);
    Map<String, SavedArray> found = started(OTHERS, Transfer.from(model).part("tables.texts"));
    List<String> theirs = vocabulary(model);
    List<String> own = vocabulary(folder.resolve("started"));
    int dimension = found.get("tables.texts").shape().get(1);
    for (int row = 0; row <= own.size(); row++) {
      int same = row == 0 ? 0 : theirs.indexOf(own.get(row - 1)) + 1;
      Map<String, SavedArray> from = row > 0 && same == 0 ? fresh : source;
      for (int i = 0; i < dimension; i++) {
        assertThat(found.get("tables.texts").values()[row * dimension + i])
            .isEqualTo(
                from.get("tables.texts").values()[(from == fresh ? row : same) * dimension + i]);
      }
    }
    assertThatThrownBy(() -> started(OTHERS, Transfer.from(exported).part("tables.texts")))
        .isInstanceOf(EspalierException.class)
        .hasMessageContainingAll(
            "Nothing of the source fits", "vocabulary that the source does not tell");
  }

  @SuppressWarnings("unchecked")
  private static List<String> vocabulary(Path file) {
    var tables =
        (Map<String, Map<String, List<String>>>)
            ModelFile.read(file).description().preprocessing().get("vocabularies");
    return tables.get("texts").get("texts");
  }

  /** Names of a model with nothing shared are those of copies. */
  @Test
  void namesAreChangedOnTheWay() {
    Path apart = folder.resolve("apart");
    try (FeatureTasksApartTrainer trainer =
        FeatureTasksApartTrainer.builder().epochs(1).batchSize(7).build()) {
      trainer.fit(ROWS);
      trainer.save(apart);
    }
    Map<String, SavedArray> found =
        started(
            ROWS,
            Transfer.from(apart)
                .part("trunk")
                .naming(name -> name.replace("trunk-first.", "trunk.")));
    assertThat(found.get("trunk.out.kernel").values())
        .isEqualTo(weights(apart).get("trunk-first.out.kernel").values());
    Map<String, SavedArray> one =
        started(ROWS, Transfer.from(apart).named("trunk-second.out.bias", "trunk.out.bias"));
    assertThat(one.get("trunk.out.bias").values())
        .isEqualTo(weights(apart).get("trunk-second.out.bias").values());
    assertThat(report.absent()).contains("trunk.out.kernel");
    assertThat(report.skipped()).contains("trunk-first.out.kernel");
  }

  @Test
  void whatDoesNotFitIsSaid() throws IOException {
    Map<String, SavedArray> found =
        started(
            ROWS,
            Transfer.from(model)
                .named("tasks.second.hidden.kernel", "trunk.out.kernel")
                .part("trunk"));
    equal(found, weights(model), "trunk.out.bias");
    assertThat(report.different())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path()).isEqualTo("trunk.out.kernel");
              assertThat(each.reason()).contains("found shape [4, 3], expected");
            });
    assertThatThrownBy(() -> Transfer.from(folder.resolve("nowhere")))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(
            () -> FeatureTasksTrainer.builder().start(Transfer.from(model).part("trunck")).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContainingAll("trunck", "`trunk`");
    Path damaged = Files.createDirectories(folder.resolve("damaged").resolve("variables"));
    Path variables = exported.resolve("variables");
    Files.copy(variables.resolve("variables.index"), damaged.resolve("variables.index"));
    byte[] bytes = Files.readAllBytes(variables.resolve("variables.data-00000-of-00001"));
    bytes[5] ^= 1;
    Files.write(damaged.resolve("variables.data-00000-of-00001"), bytes);
    assertThatThrownBy(() -> started(ROWS, Transfer.from(folder.resolve("damaged"))))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("checksum");
  }

  /** TensorFlow's own checkpoint, and the newest of a run's. */
  @Test
  void checkpointsAreSourcesToo() {
    Map<String, SavedArray> source = weights(model);
    Path variables = exported.resolve("variables").resolve("variables");
    for (Path from : List.of(checkpoints, variables)) {
      equal(started(ROWS, Transfer.from(from).part("trunk")), source, "trunk.out.kernel");
      assertThat(report.matched()).containsExactly("trunk.out.kernel", "trunk.out.bias");
    }
    assertThatThrownBy(() -> started(ROWS, Transfer.from(folder)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("Expected a model file, a SavedModel with variables, or a folder");
  }

  /** Weights that were loaded are those of the trainer. */
  @Test
  void whatIsLoadedIsNotFilled() {
    try (FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder().batchSize(7).start(Transfer.from(model)).build()) {
      trainer.load(model);
      trainer.fit(ROWS);
      assertThat(trainer.transferred()).isEmpty();
    }
  }
}
