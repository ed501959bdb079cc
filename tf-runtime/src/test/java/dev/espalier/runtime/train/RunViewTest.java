package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.option.NonFinite;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewTest {
  @TempDir private Path folder;

  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(96, 1));
  private static final Dataset<Garden> HELD = Dataset.of(Garden.grow(200, 2));

  /** Keeps what a run shows. */
  private static final class Looking implements TrainingListener {
    private RunStart start;
    private final List<StepReport> steps = new ArrayList<>();
    private List<TaskOutcomes> outcomes;
    private Map<String, float[]> weights;

    @Override
    public void runStarted(RunStart run) {
      start = run;
    }

    @Override
    public void stepEnded(StepReport step) {
      steps.add(step);
    }

    @Override
    public void runEnded(History history) {
      outcomes = start.view().outcomes();
      weights = start.view().weights();
    }
  }

  private static TrainerBuilder<GardenTask, GardenTrainer> builder(TrainingListener listener) {
    return GardenTrainer.plain().epochs(2).batchSize(32).seed(3).listener(listener);
  }

  @Test
  void aRunShowsItsSettingsModelAndOutcomes() {
    Looking looking = new Looking();
    try (GardenTrainer trainer =
        builder(looking)
            .learningRate(0.02)
            .rateSchedule(RateSchedule.cosine())
            .lossWeight(GardenTask.uses, 0.25)
            .balancing(Balancing.pcGrad())
            .build()) {
      History history = trainer.fit(TRAIN, HELD);
      assertThat(looking.start.view().settings().values())
          .containsEntry("seed", "3")
          .containsEntry("learningRate", "0.02")
          .containsEntry("schedule", "CosineSchedule (least=0.0)")
          .containsEntry("balancing", "PcGrad")
          .containsEntry("lossWeight.uses", "0.25")
          .containsEntry("lossWeight.family", "0.5");
      assertThat(looking.start.view().settings().values().get("optimizer")).contains("0.01");
      assertThat(looking.weights.keySet())
          .contains("tables.soil", "trunk.hidden1.kernel", "tasks.uses.logits.bias");
      agrees(looking.outcomes, history.last().validation().orElseThrow());
      assertThat(trainer.outcomes(HELD)).isEqualTo(looking.outcomes);
    }
  }

  /** All that shapes a run, in the words of who tells it. */
  @Test
  void settingsSayAllThatShapesARun() {
    Looking looking = new Looking();
    try (GardenTrainer trainer =
        builder(looking)
            .batchSize(16)
            .accumulate(2)
            .rateSchedule(RateSchedule.cosine().warmUp(Span.part(0.25)))
            .clipping(Clipping.globalNorm(2))
            .averageWeights(Averaging.exponential(0.9))
            .rateScale("trunk", 0.5)
            .earlyStopping(GardenTask.tasty, EarlyStopping.patience(2).on("auc"))
            .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(2))
            .bestWeights(BestWeights.by(Score.of(GardenTask.height, "rmse")).patience(4))
            .checkpoints(Checkpoints.in(folder).everySteps(5).everyMinutes(0.5).keepLast(2))
            .validateEverySteps(3)
            .maxSteps(4)
            .maxMinutes(9)
            .onNonFinite(NonFinite.skipBatch(2))
            .build()) {
      trainer.fit(TRAIN.streaming(), HELD);
    }
    assertThat(looking.start.view().settings().values())
        .containsEntry("batchSize", "16")
        .containsEntry("accumulate", "2 batches a step")
        .containsEntry(
            "schedule",
            "WarmUpSchedule (span=PartSpan (ofRun=0.25), after=CosineSchedule (least=0.0))")
        .containsEntry("clipping", "GlobalNormClipping (bound=2.0)")
        .containsEntry("precision", "FLOAT32")
        .containsEntry("averageWeights", "Exponential (decay=0.9)")
        .containsEntry("rateScale.trunk", "0.5")
        .containsEntry(
            "earlyStopping.tasty", "EarlyStopping (patience=2, metric=auc, leastGain=0.0)")
        .containsEntry("curriculum.uses", "joins in epoch 2, its weight rises over 1")
        .containsEntry("bestWeights", "BestWeights (score=height.rmse, patience=4, leastGain=0.0)")
        .containsEntry("checkpoints", "every 5 steps, every 0.5 minutes, the last 2 are kept")
        .containsEntry("validation", "after each epoch and every 3 steps")
        .containsEntry("maxSteps", "4")
        .containsEntry("maxMinutes", "9.0")
        .containsEntry("onNonFinite", "SkipBatch (most=2)")
        .containsEntry("training set", "examples, kept in files")
        .doesNotContainKeys("earlyStopping.uses", "frozen", "reportGradients");
  }

  /** What nobody asked for is not there; a function of the user's has no name to show. */
  @Test
  void settingsOfAPlainRunAreShort() {
    Looking looking = new Looking();
    RateSchedule own = run -> step -> 1 / Math.sqrt(step);
    try (GardenTrainer trainer = builder(looking).rateSchedule(own.warmUp(Span.steps(2))).build()) {
      trainer.fit(TRAIN);
    }
    assertThat(looking.start.view().settings().values())
        .containsEntry("schedule", "WarmUpSchedule (span=StepSpan (count=2), after=of your own)")
        .containsEntry("validation", "none")
        .containsEntry("clipping", "none")
        .containsEntry("onNonFinite", "StopRun")
        .doesNotContainKeys("accumulate", "averageWeights", "checkpoints", "maxSteps", "start");
  }

  /** The pass for outcomes sees the labels and predictions that the metrics see. */
  private static void agrees(List<TaskOutcomes> outcomes, Evaluation found) {
    assertThat(outcomes).extracting(TaskOutcomes::task).containsExactly(names());
    List<List<Double>> tasty = outcomes.get(0).confusion().orElseThrow().weights();
    double right = tasty.get(0).get(0) + tasty.get(1).get(1);
    double all = right + tasty.get(0).get(1) + tasty.get(1).get(0);
    assertThat(right / all).isCloseTo(found.metric(GardenTask.tasty, "accuracy"), within(1e-9));
    assertThat(outcomes.get(0).scores().get(0).area())
        .isCloseTo(found.metric(GardenTask.tasty, "auc"), within(2e-3));
    assertThat(outcomes.get(1).scores()).hasSize(3);
    assertThat(outcomes.get(2).scores()).isEmpty();
    assertThat(outcomes.get(3).scores()).hasSize(2);
  }

  private static String[] names() {
    return Arrays.stream(GardenTask.values()).map(Enum::name).toArray(String[]::new);
  }

  @Test
  void stepsTellTheirRateAndEpochsTheirsAndTheTimeOfValidation() {
    Looking looking = new Looking();
    try (GardenTrainer trainer =
        builder(looking).learningRate(0.5e-2).rateSchedule(run -> step -> 1.0 / step).build()) {
      History history = trainer.fit(TRAIN, HELD);
      assertThat(looking.steps)
          .extracting(TrainingListener.StepReport::learningRate)
          .containsExactly(0.5e-2, rate(2), rate(3), rate(4), rate(5), rate(6));
      assertThat(history.epochs())
          .extracting(EpochReport::learningRate)
          .containsExactly(rate(3), rate(6));
      assertThat(history.last().validationSeconds()).isPositive();
    }
    Looking alone = new Looking();
    try (GardenTrainer trainer = builder(alone).build()) {
      assertThat(trainer.fit(TRAIN).last().validationSeconds()).isZero();
      assertThat(alone.outcomes).isEmpty();
    }
  }

  private static double rate(int step) {
    return 0.5e-2 * (1.0 / step);
  }

  @Test
  void theSummaryIsATable() {
    try (GardenTrainer trainer = builder(new Looking()).frozen("tables.soil").build()) {
      assertThat(trainer.summary().toString())
          .isEqualTo(
              """
              Garden: shared trunk

              layer                output  weights        parameters  tasks
              tables.soil                  [4, 3] frozen  12          all
              tables.visitors              [7, 2]         14          all
              tables.colour                [?, 3]         ?           all
              trunk.hidden1                [15, 8] [8]    128         all
              tasks.tasty.hidden           [8, 4] [4]     36          tasty
              tasks.tasty.logits           [4, 1] [1]     5           tasty
              tasks.family.logits          [8, 3] [3]     27          family
              tasks.height.logits          [8, 1] [1]     9           height
              tasks.uses.logits            [8, 2] [2]     18          uses

              249 parameters, 154 of them shared, 12 frozen; vocabularies are not known before the first training set
              """);
      trainer.fit(TRAIN);
      ModelSummary summary = trainer.summary();
      assertThat(summary.toString())
          .contains("tables.colour                [5, 3]         15          all")
          .contains("trunk.hidden1        [8]     [15, 8] [8]    128         all")
          .contains("264 parameters, 169 of them shared, 12 frozen\n");
      assertThat(layer(summary, "features").features())
          .containsExactly("size", "age", "soil", "colour", "neighbour", "visitors");
      assertThat(layer(summary, "features").shape()).containsExactly(15L);
      assertThat(layer(summary, "features").tasks()).containsExactly(0, 1, 2, 3);
      assertThat(layer(summary, "trunk.hidden1").inputs()).containsExactly("features");
      assertThat(layer(summary, "tasks.tasty.hidden").inputs()).containsExactly("trunk.hidden1");
      assertThat(layer(summary, "tasks.tasty.hidden").tasks()).containsExactly(0);
    }
  }

  private static ModelSummary.Layer layer(ModelSummary summary, String path) {
    return summary.layers().stream().filter(l -> l.path().equals(path)).findFirst().orElseThrow();
  }
}
