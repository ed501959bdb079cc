package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.serve.Predictor;
import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.step.LossTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.SessionOptions;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.step.SteppingOptions;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.History;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reduced precision. What half precision computes takes a GPU; its scale of losses is tested here,
 * where all else stays in single precision.
 */
class PrecisionTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);

  @TempDir Path folder;

  /** Steps with equal loss weights and a learning rate. */
  private static final class Steps implements AutoCloseable {
    final ModelSession session;
    private final EncodedRows rows;
    private final Stepping stepping;
    private final double[] lossWeights;
    private final double rate;

    Steps(Precision precision, Optimizer optimizer, double lossWeight, double rate) {
      GardenModel model = GardenModel.plain();
      RawColumns raw = RawColumns.read(Dataset.of(ROWS), model.codec(), model.info().needs());
      Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
      rows = preprocessing.encode(raw);
      session =
          new ModelSession(
              model,
              model.info(),
              optimizer,
              preprocessing,
              new SessionOptions(
                  1, Integer.MAX_VALUE, false, Optional.empty(), precision, Clipping.none()));
      session.start(session.plan().initialValues(model.info(), 1));
      this.lossWeights = new double[] {lossWeight, lossWeight, lossWeight, lossWeight};
      this.rate = rate;
      stepping =
          Stepping.of(
              session,
              new SteppingOptions(Balancing.fixedWeights(), lossWeights, 0, 1, 5),
              new BalanceTotals(4));
      session.resetOptimizer();
    }

    double[] take(int step) {
      LossTotals losses = new LossTotals(4);
      try (Batch batch = Batches.inOrder(rows, 20).fill((step - 1) % 3)) {
        stepping.step(1, batch.tasks(), batch, new StepInputs(5, step, lossWeights, rate), losses);
        session.training().rates().stepped(batch.tasks());
      }
      return losses.last();
    }

    long count(String name) {
      return session.trainingState().counts().get(name);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void aScaleOfLossesChangesNoStep() {
    try (Steps scaled = new Steps(Precision.FLOAT16, Optimizer.lazyAdam(1e-2), 1, 1e-2);
        Steps plain = new Steps(Precision.FLOAT32, Optimizer.lazyAdam(1e-2), 1, 1e-2)) {
      for (int step = 1; step <= 4; step++) {
        assertThat(scaled.take(step)).containsExactly(plain.take(step), within(1e-5));
      }
      Map<String, float[]> expected = plain.session.values();
      scaled
          .session
          .values()
          .forEach(
              (path, values) ->
                  assertThat(values).as(path).containsExactly(expected.get(path), within(1e-4f)));
      assertThat(scaled.count("loss scale/finite steps")).isEqualTo(4);
      assertThat(scaled.count("loss scale/skipped steps")).isZero();
    }
  }

  static Stream<Clipping> bounds() {
    return Stream.of(Clipping.value(0.01), Clipping.norm(0.05), Clipping.globalNorm(0.1));
  }

  /** The scale is a power of two, which changes no bit: bounds are for gradients without it. */
  @ParameterizedTest
  @MethodSource("bounds")
  void clipsGradientsWithoutTheScale(Clipping clipping) {
    Map<String, float[]> free = clipped(Precision.FLOAT32, Clipping.none());
    Map<String, float[]> plain = clipped(Precision.FLOAT32, clipping);
    Map<String, float[]> scaled = clipped(Precision.FLOAT16, clipping);
    scaled.forEach((path, values) -> assertThat(values).as(path).isEqualTo(plain.get(path)));
    String kernel = "trunk.hidden1.kernel";
    assertThat(plain.get(kernel)).as("clipped").isNotEqualTo(free.get(kernel));
  }

  /** Batches of two parts take the same way with and without a scale. */
  private static Map<String, float[]> clipped(Precision precision, Clipping clipping) {
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(2)
            .batchSize(10)
            .accumulate(2)
            .optimizer(Optimizer.sgd(0.1))
            .precision(precision)
            .clipping(clipping)
            .build()) {
      trainer.fit(Dataset.of(ROWS));
      return Weights.of(trainer);
    }
  }

  /** Losses times 1e35 times 2^15 are infinite; a scale that is small enough is found. */
  @Test
  void stepsWhoseGradientsOverflowAreSkippedUntilTheScaleIsSmallEnough() {
    try (Steps steps = new Steps(Precision.FLOAT16, Optimizer.sgd(1e-36), 1e35, 1e-36)) {
      Map<String, float[]> start = steps.session.values();
      int skipped = 0;
      for (int step = 1; step <= 20 && steps.count("loss scale/finite steps") == 0; step++) {
        Map<String, float[]> now = steps.session.values();
        start.forEach((path, values) -> assertThat(now.get(path)).as(path).isEqualTo(values));
        steps.take(step);
        skipped = step - 1;
      }
      assertThat(skipped).isBetween(2, 18);
      assertThat(steps.count("loss scale/skipped steps")).isEqualTo(skipped);
      assertThat(Double.longBitsToDouble(steps.count("loss scale/bits")))
          .isEqualTo(Math.pow(2, 15 - skipped));
      // A step that updates nothing is none of the optimizer's.
      assertThat(steps.count("updates/0,1,2,3")).isEqualTo(1);
      assertThat(steps.session.values().get("trunk.hidden1.kernel"))
          .isNotEqualTo(start.get("trunk.hidden1.kernel"));
    }
  }

  @Test
  void bfloat16TrainsAndSavesSinglePrecision() {
    Dataset<Garden> data = Dataset.of(ROWS);
    Path file = folder.resolve("model");
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(30).batchSize(20).precision(Precision.BFLOAT16).build()) {
      History history = trainer.fit(data);
      for (GardenTask task : GardenTask.values()) {
        assertThat(history.last().loss(task)).isLessThan(history.epochs().get(0).loss(task));
      }
      int fine = 0;
      for (float value : Weights.of(trainer).get("trunk.hidden1.kernel")) {
        fine += (Float.floatToIntBits(value) & 0xffff) != 0 ? 1 : 0;
      }
      assertThat(fine).isGreaterThan(100);
      trainer.save(file);
      try (Predictor<Garden, Garden.Input, Garden.Prediction> predictor =
          new Predictor<>(new Garden.Codec(), file)) {
        for (Garden row : ROWS.subList(0, 10)) {
          assertThat(predictor.predict(row).tasty())
              .isCloseTo(trainer.predict(row).tasty(), within(0.05f));
        }
      }
    }
  }

  @Test
  void halfPrecisionNeedsAMethodOnLosses() {
    assertThatThrownBy(
            () ->
                GardenTrainer.plain()
                    .precision(Precision.FLOAT16)
                    .balancing(Balancing.pcGrad())
                    .build())
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("precision(Precision.BFLOAT16)");
  }
}
