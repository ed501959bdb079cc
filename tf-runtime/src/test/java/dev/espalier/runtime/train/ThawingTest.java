package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts that stand still until an epoch. */
class ThawingTest {
  private static final Dataset<Garden> ROWS = Dataset.of(Garden.grow(30, 1));

  @TempDir Path folder;

  private static TrainerBuilder<GardenTask, GardenTrainer> builder(boolean noisy) {
    return GardenTrainer.of(new GardenModel(noisy, p -> p)).epochs(4).batchSize(10).seed(5);
  }

  /** All that a model keeps, as it is saved. */
  private Map<String, float[]> values(GardenTrainer trainer) {
    Path file = folder.resolve("values");
    trainer.save(file);
    SavedModel model = ModelFile.read(file);
    return model.values();
  }

  /** The values at the end of each epoch of some runs. */
  private List<Map<String, float[]>> epochs(
      TrainerBuilder<GardenTask, GardenTrainer> builder, int runs) {
    List<Map<String, float[]>> epochs = new ArrayList<>();
    GardenTrainer[] self = new GardenTrainer[1];
    builder.listener(
        new TrainingListener() {
          @Override
          public void epochEnded(EpochReport epoch) {
            epochs.add(values(self[0]));
          }
        });
    try (GardenTrainer trainer = builder.build()) {
      self[0] = trainer;
      for (int run = 0; run < runs; run++) {
        trainer.fit(ROWS);
      }
    }
    return epochs;
  }

  /** Whether something changes in each epoch after the first. */
  private static List<Boolean> changes(List<Map<String, float[]>> epochs, String path) {
    List<Boolean> changes = new ArrayList<>();
    for (int i = 1; i < epochs.size(); i++) {
      changes.add(!Arrays.equals(epochs.get(i).get(path), epochs.get(i - 1).get(path)));
    }
    return changes;
  }

  @Test
  void theInnermostPartSaysWhen() {
    List<Map<String, float[]>> epochs =
        epochs(
            builder(true).frozen("trunk").thawAt(4, "trunk", "tables").thawAt(3, "trunk.norm"), 1);
    assertThat(changes(epochs, "tasks.height.logits.kernel")).containsExactly(true, true, true);
    assertThat(changes(epochs, "trunk.norm.scale")).containsExactly(false, true, true);
    assertThat(changes(epochs, "trunk.norm.mean")).containsExactly(false, true, true);
    assertThat(changes(epochs, "trunk.hidden1.kernel")).containsExactly(false, false, true);
    assertThat(changes(epochs, "tables.soil")).containsExactly(false, false, true);
  }

  /** Epochs count from the beginning of a run. */
  @Test
  void eachRunThawsAnew() {
    List<Map<String, float[]>> epochs = epochs(builder(false).epochs(2).thawAt(2, "trunk"), 2);
    assertThat(changes(epochs, "trunk.hidden1.kernel")).containsExactly(true, false, true);
  }

  /** Whatever takes steps. */
  private enum Way {
    PARTS_OF_BATCHES(b -> b.accumulate(2)),
    FAMO(b -> b.balancing(Balancing.famo())),
    PC_GRAD(b -> b.balancing(Balancing.pcGrad()).clipping(Clipping.globalNorm(1))),
    GRAD_NORM(b -> b.balancing(Balancing.gradNorm())),
    MO_CO(b -> b.balancing(Balancing.moCo())),
    GRAD_DROP(b -> b.balancing(Balancing.gradDrop())),
    MGDA(b -> b.balancing(Balancing.representationMgda())),
    REPORTS(b -> b.reportGradients(1));

    final UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options;

    Way(UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options) {
      this.options = options;
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void allThatIsSharedMayStandStill(Way way) {
    List<Map<String, float[]>> epochs =
        epochs(way.options.apply(builder(false)).thawAt(3, "trunk", "tables"), 1);
    assertThat(changes(epochs, "tasks.height.logits.kernel")).containsExactly(true, true, true);
    assertThat(changes(epochs, "trunk.hidden1.kernel")).containsExactly(false, true, true);
    assertThat(changes(epochs, "tables.soil")).containsExactly(false, true, true);
  }

  /** Plain descent remembers nothing, and a batch of all rows knows no order. */
  @Test
  void isTheSameAsARunOverTheFrozenPartAndOneAfter() {
    UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options =
        b ->
            b.batchSize(30)
                .optimizer(Optimizer.sgd(0.1))
                .rateScale("trunk", 0.3)
                .clipping(Clipping.globalNorm(0.5));
    List<Map<String, float[]>> together =
        epochs(options.apply(builder(false)).thawAt(3, "trunk"), 1);
    Path half = folder.resolve("half");
    try (GardenTrainer frozen = options.apply(builder(false)).epochs(2).frozen("trunk").build();
        GardenTrainer after = options.apply(builder(false)).epochs(2).build()) {
      frozen.fit(ROWS);
      frozen.save(half);
      after.load(half);
      after.fit(ROWS);
      values(after)
          .forEach(
              (path, expected) -> {
                float[] found = together.get(3).get(path);
                for (int i = 0; i < expected.length; i++) {
                  assertThat(found[i]).as(path).isCloseTo(expected[i], within(1e-5f));
                }
              });
    }
    assertThat(changes(together, "trunk.hidden1.kernel")).containsExactly(false, true, true);
  }

  /** With all else frozen, what an optimizer does before the part thaws leaves no trace. */
  @Test
  void theOptimizerOfAPartStartsWithIt() {
    UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options =
        b -> b.batchSize(30).optimizer(Optimizer.adam(1e-2)).frozen("tables", "tasks");
    List<Map<String, float[]>> later =
        epochs(options.apply(builder(false)).epochs(5).thawAt(3, "trunk"), 1);
    List<Map<String, float[]>> alone = epochs(options.apply(builder(false)).epochs(3), 1);
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(later.get(epoch + 2).get("trunk.hidden1.kernel"))
          .containsExactly(alone.get(epoch).get("trunk.hidden1.kernel"), within(1e-6f));
    }
    assertThat(changes(later, "trunk.hidden1.kernel")).containsExactly(false, true, true, true);
  }

  @Test
  void anEpochThatARunDoesNotComeToIsRefused() {
    assertThatThrownBy(() -> builder(false).thawAt(5, "trunk").build())
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "thawAt(5, \"trunk\") names an epoch that a run of 4 does not come to. Expected one of"
                + " these, a longer run with builder().epochs(5), or frozen(\"trunk\").");
    assertThatThrownBy(() -> builder(false).thawAt(1, "trunk"))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("thawAt");
    assertThatThrownBy(() -> builder(false).thawAt(2, "trank").build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContainingAll("`trank`", "thawAt(...)", "`trunk`");
  }
}
