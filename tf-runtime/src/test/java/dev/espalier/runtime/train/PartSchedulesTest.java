package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.train.Garden.GardenTask;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts whose learning rate follows a schedule of their own. */
class PartSchedulesTest {
  private static final Dataset<Garden> ROWS = Dataset.of(Garden.grow(40, 3));

  private static Map<String, float[]> after(
      Optimizer optimizer,
      int epochs,
      UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> more) {
    TrainerBuilder<GardenTask, GardenTrainer> builder =
        GardenTrainer.plain().epochs(epochs).batchSize(20).seed(2).optimizer(optimizer);
    try (GardenTrainer trainer = more.apply(builder).build()) {
      trainer.fit(ROWS);
      return Weights.of(trainer);
    }
  }

  private static void assertSame(
      Map<String, float[]> found, Map<String, float[]> expected, String part) {
    List<String> paths = expected.keySet().stream().filter(path -> path.startsWith(part)).toList();
    assertThat(paths).isNotEmpty();
    paths.forEach(path -> assertThat(found.get(path)).as(path).isEqualTo(expected.get(path)));
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(Optimizer.sgd(0.25), Optimizer.adamW(0.25, 0.5), Optimizer.lazyAdam(0.25));
  }

  /** A power of two is exact wherever it is multiplied with. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aScheduleThatIsAConstantIsAFactor(Optimizer optimizer) {
    Map<String, float[]> expected =
        after(optimizer, 2, builder -> builder.rateScale("trunk", 0.5).rateScale("tables", 0.25));
    Map<String, float[]> found =
        after(
            optimizer,
            2,
            builder ->
                builder
                    .rateSchedule("trunk", run -> step -> 0.5)
                    .rateScale("tables", 0.5)
                    .rateSchedule("tables", run -> step -> 0.5));
    assertSame(found, expected, "");
  }

  /** Two steps an epoch: from the third on the trunk has no rate. */
  @Test
  void aPartGoesItsOwnWay() {
    Optimizer descent = Optimizer.sgd(0.1);
    Map<String, float[]> first = after(descent, 1, builder -> builder);
    Map<String, float[]> found =
        after(
            descent, 2, builder -> builder.rateSchedule("trunk", run -> step -> step <= 2 ? 1 : 0));
    assertSame(found, first, "trunk");
    assertThat(found.get("tasks.tasty.logits.kernel"))
        .isNotEqualTo(first.get("tasks.tasty.logits.kernel"));
  }

  /** Instead of the run's schedule, not beside it. */
  @Test
  void thePartsScheduleReplacesTheRuns() {
    Optimizer descent = Optimizer.sgd(0.1);
    Map<String, float[]> plain =
        after(descent, 1, builder -> builder.rateScale("tables", 0).rateScale("tasks", 0));
    Map<String, float[]> found =
        after(
            descent,
            1,
            builder ->
                builder
                    .rateSchedule(run -> step -> 0)
                    .rateSchedule("trunk", RateSchedule.constant()));
    assertSame(found, plain, "");
  }

  @Test
  void theInnermostDecides() {
    Optimizer descent = Optimizer.sgd(0.1);
    Map<String, float[]> start = after(Optimizer.sgd(1e-30), 1, builder -> builder);
    Map<String, float[]> found =
        after(
            descent,
            1,
            builder ->
                builder
                    .rateSchedule("trunk.hidden1.bias", RateSchedule.constant())
                    .rateSchedule("trunk", run -> step -> 0));
    assertSame(found, start, "trunk.hidden1.kernel");
    assertThat(found.get("trunk.hidden1.bias")).isNotEqualTo(start.get("trunk.hidden1.bias"));
  }

  @Test
  void whatCantBeFollowedIsRefused() {
    assertThatThrownBy(
            () -> GardenTrainer.plain().rateSchedule("trunk.hiden1", RateSchedule.linear()).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageStartingWith(
            "There is no `trunk.hiden1`, which rateSchedule(...) names. Nearest: `trunk.hidden1`,");
    RateSchedule watching = RateSchedule.onPlateau(0.5, 1).on(GardenTask.height, "auc");
    assertThatThrownBy(() -> GardenTrainer.plain().rateSchedule("trunk", watching).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("auc");
    RateSchedule plateau = RateSchedule.onPlateau(0.5, 1);
    try (GardenTrainer trainer =
        GardenTrainer.plain().batchSize(20).rateSchedule("trunk", plateau).build()) {
      assertThatThrownBy(() -> trainer.fit(ROWS))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("The rate schedule watches the losses of all tasks");
    }
  }
}
