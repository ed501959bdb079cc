package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that learn faster or slower because the builder says so. */
class RateScalingTest {
  private static final List<Garden> ROWS = Garden.grow(40, 3);

  /** As if {@code @RateScale(0.25)} stood on the trunk. */
  private static final GardenModel SLOW_TRUNK =
      new GardenModel(false, p -> p.path().startsWith("trunk") ? p.scaledBy(0.25) : p);

  private static Map<String, float[]> after(
      GardenModel model, int steps, UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> more) {
    TrainerBuilder<GardenTask, GardenTrainer> builder =
        GardenTrainer.of(model)
            .epochs(Math.max(1, steps))
            .batchSize(ROWS.size())
            .optimizer(Optimizer.sgd(steps == 0 ? 1e-30 : 0.1));
    try (GardenTrainer trainer = more.apply(builder).build()) {
      trainer.fit(Dataset.of(ROWS));
      return Weights.of(trainer);
    }
  }

  @Test
  void thePartsStepIsTheFactorTimesTheStep() {
    Map<String, float[]> start = after(SLOW_TRUNK, 0, builder -> builder);
    Map<String, float[]> plain = after(GardenModel.plain(), 1, builder -> builder);
    Map<String, float[]> found =
        after(
            SLOW_TRUNK,
            1,
            builder ->
                builder
                    .rateScale("tasks", 2)
                    .rateScale("tasks.tasty", 0)
                    .rateScale("tasks.tasty.logits.bias", 3)
                    .rateScale("tables.colour", 0.5));
    found.forEach(
        (path, values) -> {
          double factor = factor(path);
          for (int i = 0; i < values.length; i++) {
            double whole = plain.get(path)[i] - (double) start.get(path)[i];
            assertThat((double) values[i] - start.get(path)[i])
                .as("%s[%d]", path, i)
                .isCloseTo(factor * whole, within(1e-6));
          }
        });
  }

  /** What is said of the innermost part; else the model's own. */
  private static double factor(String path) {
    if (path.equals("tasks.tasty.logits.bias")) {
      return 3;
    } else if (path.startsWith("tasks.tasty.")) {
      return 0;
    } else if (path.startsWith("tasks.")) {
      return 2;
    } else if (path.equals("tables.colour")) {
      return 0.5;
    }
    return path.startsWith("trunk") ? 0.25 : 1;
  }

  @Test
  void theBuilderWinsOverTheModel() {
    Map<String, float[]> plain = after(GardenModel.plain(), 3, builder -> builder);
    Map<String, float[]> found = after(SLOW_TRUNK, 3, builder -> builder.rateScale("trunk", 1));
    plain.forEach((path, values) -> assertThat(found.get(path)).as(path).isEqualTo(values));
  }

  @Test
  void anAddressThatNothingHasIsRefused() {
    assertThatThrownBy(() -> GardenTrainer.plain().rateScale("trunk.hiden1", 2).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageStartingWith(
            "There is no `trunk.hiden1`, which rateScale(...) names. Nearest: `trunk.hidden1`,");
    assertThatThrownBy(() -> GardenTrainer.plain().rateScale("colour", 2).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("`tables.colour`");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void factorsAreNotNegative(double factor) {
    assertThatThrownBy(() -> GardenTrainer.plain().rateScale("trunk", factor))
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "Parameter `rateScale` should be at least 0. Found `rateScale = " + factor + "`.");
  }
}
