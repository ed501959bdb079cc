package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.optimize.Averaging;
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
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Averages of weights, and of batch normalisation's statistics, beside the weights that train. */
class AveragingTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);
  private static final double[] LOSS_WEIGHTS = {1, 1, 1, 1};
  private static final GardenModel MODEL = new GardenModel(true, p -> p);

  @TempDir Path folder;

  /** Some steps of a run in a session of its own: epochs of three steps. */
  private static final class Steps implements AutoCloseable {
    final ModelSession session;
    private final EncodedRows rows;
    private final Stepping stepping;

    Steps(Optimizer optimizer, Optional<Averaging> averaging) {
      RawColumns raw = RawColumns.read(Dataset.of(ROWS), MODEL.codec(), MODEL.info().needs());
      Preprocessing preprocessing = Preprocessing.fit(MODEL.codec().info(), raw);
      rows = preprocessing.encode(raw);
      session =
          new ModelSession(
              MODEL,
              MODEL.info(),
              optimizer,
              preprocessing,
              new SessionOptions(
                  1, Integer.MAX_VALUE, false, averaging, Precision.FLOAT32, Clipping.none()));
      session.start(session.plan().initialValues(MODEL.info(), 1));
      SteppingOptions options =
          new SteppingOptions(Balancing.fixedWeights(), LOSS_WEIGHTS, 0, 1, 5);
      stepping = Stepping.of(session, options, new BalanceTotals(4));
      session.resetOptimizer();
    }

    void take(int step) {
      try (Batch batch = Batches.inOrder(rows, 10).fill(step - 1)) {
        stepping.step(
            1,
            batch.tasks(),
            batch,
            new StepInputs(5, step, LOSS_WEIGHTS, 0.05),
            new LossTotals(4));
        session.training().rates().stepped(batch.tasks());
      }
      if (step % 2 == 0) {
        stepping.epochEnded(step / 2, new double[4]);
      }
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private static Map<String, double[]> doubles(Map<String, float[]> values) {
    Map<String, double[]> copy = new HashMap<>();
    values.forEach(
        (path, floats) -> {
          double[] wide = new double[floats.length];
          Arrays.setAll(wide, i -> floats[i]);
          copy.put(path, wide);
        });
    return copy;
  }

  private static void move(Map<String, double[]> average, Map<String, float[]> to, double by) {
    average.forEach(
        (path, values) ->
            Arrays.setAll(values, i -> values[i] + by * (to.get(path)[i] - values[i])));
  }

  private static void assertClose(Map<String, float[]> found, Map<String, double[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    expected.forEach(
        (path, values) -> {
          for (int i = 0; i < values.length; i++) {
            assertThat((double) found.get(path)[i])
                .as("%s[%d]", path, i)
                .isCloseTo(values[i], within(1e-6 * (1 + Math.abs(values[i]))));
          }
        });
  }

  private static void assertSame(Map<String, float[]> found, Map<String, float[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    expected.forEach((path, values) -> assertThat(found.get(path)).as(path).isEqualTo(values));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.9})
  void theMovingAverageFollowsEachStep(double decay) {
    try (Steps steps = new Steps(Optimizer.adam(1e-2), Optional.of(Averaging.exponential(decay)));
        Steps plain = new Steps(Optimizer.adam(1e-2), Optional.empty())) {
      Map<String, double[]> expected = doubles(steps.session.values());
      assertSame(steps.session.shown(), steps.session.values());
      for (int step = 1; step <= 6; step++) {
        steps.take(step);
        plain.take(step);
        // Training takes no notice.
        assertSame(steps.session.values(), plain.session.values());
        double used = Math.min(decay, (1.0 + step) / (10.0 + step));
        move(expected, steps.session.values(), 1 - used);
        assertClose(steps.session.shown(), expected);
      }
      assertThat(steps.session.shown().get("trunk.norm.mean"))
          .isNotEqualTo(steps.session.values().get("trunk.norm.mean"));
    }
  }

  @Test
  void thePlainAverageIsOverTheEndsOfEpochs() {
    try (Steps steps = new Steps(Optimizer.sgd(0.05), Optional.of(Averaging.fromEpoch(2)))) {
      Map<String, double[]> expected = new HashMap<>();
      for (int step = 1; step <= 6; step++) {
        steps.take(step);
        if (step < 4) {
          // Before its epoch has ended, it is the last weights, also within an epoch.
          assertSame(steps.session.shown(), steps.session.values());
        } else if (step == 4) {
          expected = doubles(steps.session.values());
          assertClose(steps.session.shown(), expected);
        } else if (step == 5) {
          assertClose(steps.session.shown(), expected);
        } else {
          move(expected, steps.session.values(), 0.5);
          assertClose(steps.session.shown(), expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5})
  void averagesArePartOfTheStateOfTraining(int until) {
    for (Averaging rule : List.of(Averaging.exponential(0.9), Averaging.fromEpoch(2))) {
      try (Steps whole = new Steps(Optimizer.adam(1e-2), Optional.of(rule));
          Steps begun = new Steps(Optimizer.adam(1e-2), Optional.of(rule));
          Steps resumed = new Steps(Optimizer.adam(1e-2), Optional.of(rule))) {
        for (int step = 1; step <= 6; step++) {
          whole.take(step);
        }
        for (int step = 1; step <= until; step++) {
          begun.take(step);
        }
        resumed.session.assign(begun.session.values());
        resumed.session.assign(begun.session.trainingState());
        for (int step = until + 1; step <= 6; step++) {
          resumed.take(step);
        }
        assertSame(resumed.session.values(), whole.session.values());
        assertSame(resumed.session.shown(), whole.session.shown());
      }
    }
  }

  @Test
  void theAverageIsEvaluatedPredictedWithAndSavedAndTheNextRunGoesOnWithoutIt() {
    List<double[]> judged = new ArrayList<>();
    Dataset<Garden> data = Dataset.of(ROWS);
    Path file = folder.resolve("average.espalier");
    try (GardenTrainer averaged =
            trainer(judged).averageWeights(Averaging.exponential(0.95)).build();
        GardenTrainer last = trainer(new ArrayList<>()).build();
        GardenTrainer loaded = trainer(new ArrayList<>()).build()) {
      averaged.fit(data, data);
      last.fit(data);
      double loss = averaged.evaluate(data).loss(GardenTask.height);
      assertThat(loss).isEqualTo(judged.get(1)[0]).isNotEqualTo(lossOf(last, data));
      averaged.save(file);
      loaded.load(file);
      assertThat(lossOf(loaded, data)).isEqualTo(loss);
      try (Predictor<Garden, Garden.Input, Garden.Prediction> predictor =
          new Predictor<>(new Garden.Codec(), file)) {
        assertThat(predictor.predict(ROWS.get(0)).height())
            .isEqualTo(averaged.predict(ROWS.get(0)).height());
      }
      assertThat(Weights.of(averaged).get("trunk.hidden1.kernel"))
          .isNotEqualTo(Weights.of(last).get("trunk.hidden1.kernel"));
      // Raw weights are the same in both, and so are the losses of the next run.
      assertThat(averaged.fit(data).last().losses()).isEqualTo(last.fit(data).last().losses());
    }
  }

  private static double lossOf(GardenTrainer trainer, Dataset<Garden> data) {
    return trainer.evaluate(data).loss(GardenTask.height);
  }

  private static TrainerBuilder<GardenTask, GardenTrainer> trainer(List<double[]> judged) {
    return GardenTrainer.plain()
        .epochs(2)
        .batchSize(10)
        .listener(
            new TrainingListener() {
              @Override
              public void epochEnded(EpochReport epoch) {
                epoch
                    .validation()
                    .ifPresent(found -> judged.add(new double[] {found.loss(GardenTask.height)}));
              }
            });
  }

  @Test
  void aRunThatDivergesLeavesGoodAverages() {
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(20)
            .optimizer(Optimizer.sgd(1e20))
            .averageWeights(Averaging.exponential(0.9))
            .build()) {
      assertThatThrownBy(() -> trainer.fit(Dataset.of(ROWS)))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("The run diverges");
      assertThat(lossOf(trainer, Dataset.of(ROWS))).isFinite();
    }
  }

  @Test
  void settingsHaveRanges() {
    for (double decay : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> Averaging.exponential(decay))
          .isInstanceOf(EspalierException.class)
          .hasMessageContaining("The decay of an average");
    }
    assertThatThrownBy(() -> Averaging.fromEpoch(0))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("The first epoch of an average must be at least 1; found 0");
  }
}
