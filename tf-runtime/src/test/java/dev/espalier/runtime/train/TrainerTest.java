package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trainer promises to whoever trains with it. */
class TrainerTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(600, 1));
  private static final Dataset<Garden> TEST = Dataset.of(Garden.grow(300, 2));

  @Test
  void learnsEveryKindOfTask() {
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(30).batchSize(32).build()) {
      History history = trainer.fit(TRAIN, TEST);

      Evaluation found = trainer.evaluate(TEST);
      assertThat(found.metric(GardenTask.tasty, "auc")).isGreaterThan(0.98);
      assertThat(found.metric(GardenTask.family, "accuracy")).isGreaterThan(0.98);
      assertThat(found.metric(GardenTask.height, "r2")).isGreaterThan(0.95);
      assertThat(found.metric(GardenTask.uses, "accuracy")).isGreaterThan(0.95);
      assertThat(history.epochs()).hasSize(30);
      assertThat(history.last().validation()).contains(found);
      assertThat(history.last().loss(GardenTask.height))
          .isLessThan(history.epochs().get(0).loss(GardenTask.height) / 5);
      assertThat(history.examplesPerSecond()).isPositive();
    }
  }

  @Test
  void learnsWithBatchNormalisationAndDropout() {
    try (GardenTrainer trainer =
        GardenTrainer.of(new GardenModel(true, p -> p)).epochs(30).batchSize(32).build()) {
      trainer.fit(TRAIN);
      assertThat(trainer.evaluate(TEST).metric(GardenTask.tasty, "auc")).isGreaterThan(0.97);
    }
  }

  @Test
  void goesOnFromTheWeightsOfTheRunBefore() {
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(3).batchSize(64).build()) {
      double before = trainer.fit(TRAIN).last().loss(GardenTask.height);
      assertThat(trainer.fit(TRAIN).epochs().get(0).loss(GardenTask.height)).isLessThan(before);
    }
  }

  @Test
  void ratesFollowTheirSchedule() {
    List<Garden> rows = Garden.grow(5, 3);
    List<String> asked = new ArrayList<>();
    RateSchedule once =
        run ->
            step -> {
              asked.add(step + "/" + run.steps() + " of " + run.stepsPerEpoch());
              return step == 1 ? 1 : 0;
            };
    try (GardenTrainer scheduled =
            GardenTrainer.plain().epochs(3).batchSize(600).rateSchedule(once).build();
        GardenTrainer single = GardenTrainer.plain().epochs(1).batchSize(600).build()) {
      scheduled.fit(TRAIN);
      single.fit(TRAIN);
      assertThat(asked).containsExactly("1/3 of 1", "2/3 of 1", "3/3 of 1");
      assertThat(scheduled.activations("trunk.hidden1", rows))
          .isDeepEqualTo(single.activations("trunk.hidden1", rows));
    }
  }

  @Test
  void tellsListenersWhatHappens() {
    List<String> events = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            events.add("start " + run.rows() + " " + run.stepsPerEpoch() + " " + run.tasks());
          }

          @Override
          public void stepEnded(StepReport step) {
            assertThat(step.losses()).hasSize(4).doesNotContain(Double.NaN);
            events.add("step " + step.epoch() + "/" + step.step() + " " + step.rows());
          }

          @Override
          public void epochEnded(EpochReport epoch) {
            events.add("epoch " + epoch.epoch());
          }

          @Override
          public void runEnded(History history) {
            events.add("end " + history.epochs().size());
          }
        };
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(2).batchSize(400).listener(listener).build()) {
      trainer.fit(TRAIN);
    }
    assertThat(events)
        .containsExactly(
            "start 600 2 [tasty, family, height, uses]",
            "step 1/1 400",
            "step 1/2 200",
            "epoch 1",
            "step 2/1 400",
            "step 2/2 200",
            "epoch 2",
            "end 2");
  }

  @Test
  void showsWhatLayersGive() {
    List<Garden> rows = Garden.grow(5, 3);
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).build()) {
      trainer.fit(TRAIN);
      float[][] hidden = trainer.activations("trunk.hidden1", rows);
      assertThat(hidden).hasDimensions(5, 8);
      assertThat(trainer.activations("tasks.tasty.hidden", rows)).hasDimensions(5, 4);
      assertThatThrownBy(() -> trainer.activations("trunk.hiden1", rows))
          .isInstanceOf(EspalierException.class)
          .hasMessageContaining("There is no `trunk.hiden1`")
          .hasMessageContaining("Nearest: `trunk.hidden1`");
    }
  }

  @Test
  void namesThePartThatMayHaveBeenMeant() {
    assertThatThrownBy(() -> GardenTrainer.plain().frozen("trnk").build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("There is no `trnk`, which frozen(...) names. Nearest: `trunk`,");
  }

  @Test
  void refusesWhatItCannotDo() {
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).build()) {
      assertThatThrownBy(() -> trainer.evaluate(TEST))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("call `fit` or `load` first");
      assertThatThrownBy(() -> trainer.fit(Dataset.of(List.of())))
          .isInstanceOf(DataException.class);
      assertThatThrownBy(() -> trainer.fit(Dataset.of(Garden.grow(10, 1))))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("batch");
      List<Garden> unlabelled = new ArrayList<>();
      TRAIN.read(g -> unlabelled.add(g.labelled(g.tasty(), null, g.height(), g.uses())));
      assertThatThrownBy(() -> trainer.fit(Dataset.of(unlabelled)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("no label of task `family`");
      // Statistics of refused data sets are forgotten.
      trainer.fit(TRAIN);
      try (GardenTrainer other = GardenTrainer.plain().epochs(1).build()) {
        other.fit(TRAIN);
        assertThat(Weights.of(trainer).get("tables.soil"))
            .containsExactly(Weights.of(other).get("tables.soil"));
      }
    }
  }

  @Test
  void refusesDataWithoutRowsOrWeight() {
    Dataset<Garden> nothing = Dataset.of(List.of());
    List<String> events = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            events.add("start");
          }
        };
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).listener(listener).build()) {
      assertThatThrownBy(() -> trainer.fit(nothing))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("examples: found no row, expected");
      assertThatThrownBy(() -> trainer.fit(TRAIN, nothing))
          .isInstanceOf(DataException.class)
          .hasMessage("examples: found no row, expected at least one");
      List<Garden> weightless = new ArrayList<>();
      TRAIN.read(g -> weightless.add(g.weighing(0)));
      assertThatThrownBy(() -> trainer.fit(Dataset.of(weightless)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("row weights of all of them are 0")
          .hasMessageContaining("`tasty`");
      assertThat(events).isEmpty();
      trainer.fit(TRAIN);
      assertThatThrownBy(() -> trainer.evaluate(nothing))
          .isInstanceOf(DataException.class)
          .hasMessage("examples: found no row, expected at least one");
    }
    TrainerBuilder<GardenTask, GardenTrainer> none = GardenTrainer.plain();
    for (GardenTask task : GardenTask.values()) {
      none.lossWeight(task, 0);
    }
    try (GardenTrainer trainer = none.build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("Every task has loss weight 0");
    }
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> GardenTrainer.plain().epochs(0))
        .hasMessage("Parameter `epochs` should be at least 1. Found `epochs = 0`.");
    assertThatThrownBy(() -> GardenTrainer.plain().learningRate(Double.NaN))
        .isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> GardenTrainer.plain().lossWeight(GardenTask.uses, -1))
        .isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> GardenTrainer.plain().frozen("trunk.hidden2").build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("`trunk.hidden2`, which frozen(...) names")
        .hasMessageContaining("`trunk.hidden1.bias`");
  }

  @Test
  void namesTheTaskAndStepOfALossThatIsNotFiniteAndKeepsGoodWeights() {
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(2).batchSize(50).optimizer(Optimizer.sgd(1e20)).build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("`height`")
          .hasMessageContaining("epoch 1, step ");
      for (GardenTask task : GardenTask.values()) {
        assertThat(trainer.evaluate(TEST).loss(task)).isFinite();
      }
    }
  }

  /** A root at 0: the value is 0, the slope infinite, and 0 times that is no number. */
  private static ModelGraph poisoned(GraphBuilder g, ModelGraph network) {
    if (!g.withLosses()) {
      return network;
    }
    List<ModelGraph.TaskGraph> tasks = new ArrayList<>(network.tasks());
    ModelGraph.TaskGraph height = tasks.get(2);
    var losses = height.loss().orElseThrow();
    var zeros = g.tf().math.mul(g.parameter("trunk.hidden1.bias"), g.tf().constant(0f));
    var zero = g.tf().sum(g.tf().math.sqrt(zeros), g.tf().constant(0));
    tasks.set(
        2,
        new ModelGraph.TaskGraph(
            Optional.of(
                new ModelGraph.WeightedLosses(
                    g.tf().math.add(losses.losses(), zero), losses.weights())),
            height.logits(),
            height.prediction(),
            height.outputs()));
    return new ModelGraph(tasks);
  }

  @Test
  void aGradientThatIsNotFiniteChangesNothing() {
    try (GardenTrainer trainer =
        GardenTrainer.of(new Changed(TrainerTest::poisoned)).batchSize(50).build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("A gradient is not finite at epoch 1, step 1");
      Weights.of(trainer)
          .forEach(
              (path, values) -> {
                for (float value : values) {
                  assertThat(value).as(path).isFinite();
                }
              });
    }
  }
}
