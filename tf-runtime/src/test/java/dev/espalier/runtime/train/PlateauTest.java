package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.ParameterUpdate;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** Real runs whose learning rate falls when validation brings nothing better. */
class PlateauTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(64, 5));
  private static final Dataset<Garden> VALIDATION = Dataset.of(Garden.grow(32, 6));
  private static final double RATE = 0.3;
  private static final int EPOCHS = 12;

  /** Plain descent that remembers the learning rates it was fed in a run. */
  private record Watching(Optimizer descent, List<Double> fed)
      implements Optimizer, TrainingListener {
    Watching() {
      this(Optimizer.sgd(RATE), new ArrayList<>());
    }

    @Override
    public void runStarted(RunStart run) {
      fed.clear();
    }

    @Override
    public String name() {
      return "watching";
    }

    @Override
    public double learningRate() {
      return descent.learningRate();
    }

    @Override
    public List<Slot> slots() {
      return descent.slots();
    }

    @Override
    public double[] rates(long step, double learningRate) {
      fed.add(learningRate);
      return descent.rates(step, learningRate);
    }

    @Override
    public Op apply(Ops tf, ParameterUpdate update) {
      return descent.apply(tf, update);
    }

    /** The different rates of a run, in their order. */
    List<Double> levels() {
      List<Double> levels = new ArrayList<>();
      for (double rate : fed) {
        if (levels.isEmpty() || levels.get(levels.size() - 1) != rate) {
          levels.add(rate);
        }
      }
      return levels;
    }
  }

  private static History run(RateSchedule schedule, Watching optimizer) {
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(EPOCHS)
            .batchSize(32)
            .optimizer(optimizer)
            .lossWeight(GardenTask.tasty, 1)
            .lossWeight(GardenTask.family, 0.5)
            .lossWeight(GardenTask.height, 1)
            .lossWeight(GardenTask.uses, 1)
            .rateSchedule(schedule)
            .listener(optimizer)
            .build()) {
      return trainer.fit(TRAIN, VALIDATION);
    }
  }

  /** The factor that each epoch is trained with, of which the last begins none. */
  private static List<Double> factors(
      History history,
      ToDoubleFunction<EpochReport> smallerIsBetter,
      int patience,
      double leastGain) {
    List<Double> factors = new ArrayList<>(List.of(1.0));
    double best = Double.POSITIVE_INFINITY;
    int without = 0;
    for (EpochReport epoch : history.epochs()) {
      double value = smallerIsBetter.applyAsDouble(epoch);
      boolean better = best - value > leastGain;
      without = better ? 0 : without + 1;
      best = better ? value : best;
      double last = factors.get(factors.size() - 1);
      factors.add(without == patience ? last / 2 : last);
      without %= patience;
    }
    return factors.subList(0, EPOCHS);
  }

  private static void assertFed(Watching optimizer, List<Double> factors) {
    // As many in each epoch: in each step every group of parameters is asked for.
    int each = optimizer.fed().size() / EPOCHS;
    assertThat(optimizer.fed()).hasSize(each * EPOCHS);
    for (int i = 0; i < optimizer.fed().size(); i++) {
      assertThat(optimizer.fed().get(i)).isCloseTo(RATE * factors.get(i / each), within(1e-12));
    }
    assertThat(optimizer.levels()).as("the rate falls").hasSizeGreaterThan(1);
  }

  private static TaskEvaluation of(EpochReport epoch, GardenTask task) {
    return epoch.validation().orElseThrow().of(task);
  }

  @Test
  void theRateFallsWhenTheLossesDoNot() {
    Watching optimizer = new Watching();
    History history = run(RateSchedule.onPlateau(0.5, 1).gainingAtLeast(0.05), optimizer);
    assertFed(
        optimizer,
        factors(
            history,
            epoch -> {
              double sum = 0;
              for (GardenTask task : GardenTask.values()) {
                sum += (task == GardenTask.family ? 0.5 : 1) * of(epoch, task).loss();
              }
              return sum;
            },
            1,
            0.05));
  }

  @Test
  void theRateFallsWhenAMetricDoesNotRise() {
    Watching optimizer = new Watching();
    History history =
        run(
            RateSchedule.onPlateau(0.5, 2).on(GardenTask.tasty, "auc").gainingAtLeast(0.05),
            optimizer);
    assertFed(
        optimizer, factors(history, epoch -> -of(epoch, GardenTask.tasty).metric("auc"), 2, 0.05));
  }

  @Test
  void validationsCountWhileTheRateRises() {
    Watching optimizer = new Watching();
    History history =
        run(RateSchedule.onPlateau(0.5, 1).on(GardenTask.height).warmUp(Span.epochs(1)), optimizer);
    List<Double> factors = factors(history, epoch -> of(epoch, GardenTask.height).loss(), 1, 0);
    List<Double> fed = optimizer.fed();
    assertThat(fed.get(0)).isCloseTo(RATE / 3, within(1e-12));
    assertThat(fed.get(fed.size() - 1)).isCloseTo(RATE * factors.get(EPOCHS - 1), within(1e-12));
  }

  @Test
  void refusesWhatCannotBeWatched() {
    enum Others {
      colour
    }
    assertThatThrownBy(
            () ->
                GardenTrainer.plain()
                    .rateSchedule(RateSchedule.onPlateau(0.5, 1).on(Others.colour))
                    .build())
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "The rate schedule watches task `colour`. Found no such task; the tasks are tasty,"
                + " family, height, uses.");
    assertThatThrownBy(
            () ->
                GardenTrainer.plain()
                    .rateSchedule(RateSchedule.onPlateau(0.5, 1).on(GardenTask.height, "auc"))
                    .build())
        .isInstanceOf(EspalierException.class)
        .hasMessageStartingWith("Task `height` has no metric `auc`. Expected one of loss, mae");
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .batchSize(32)
            .rateSchedule(RateSchedule.onPlateau(0.5, 1).on(GardenTask.tasty, "auc"))
            .build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "The rate schedule watches `auc` of task `tasty` on a validation set. Found none;"
                  + " expected fit(train, validation), or validation(share) of a"
                  + " cross-validation.");
      assertThatThrownBy(() -> trainer.fit(TRAIN, Dataset.of(unlabelled())))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(
              "has no label for `auc` of task `tasty`, which the rate schedule watches.");
    }
  }

  private static List<Garden> unlabelled() {
    List<Garden> rows = new ArrayList<>();
    for (Garden row : Garden.grow(8, 7)) {
      rows.add(row.labelled(null, row.family(), row.height(), row.uses()));
    }
    return rows;
  }
}
