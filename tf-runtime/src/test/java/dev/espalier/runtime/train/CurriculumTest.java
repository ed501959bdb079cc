package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tasks that join later than others. */
class CurriculumTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(120, 1));
  private static final Dataset<Garden> TEST = Dataset.of(Garden.grow(60, 2));

  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain().epochs(4).batchSize(40);
  }

  /** What is done after each epoch, with the trainer at hand. */
  private static void afterEpochs(
      TrainerBuilder<GardenTask, GardenTrainer> builder, Function<GardenTrainer, Object> look) {
    GardenTrainer[] trainer = new GardenTrainer[1];
    builder.listener(
        new TrainingListener() {
          @Override
          public void epochEnded(EpochReport epoch) {
            look.apply(trainer[0]);
          }
        });
    try (GardenTrainer built = builder.build()) {
      trainer[0] = built;
      built.fit(TRAIN, TEST);
    }
  }

  @Test
  void untilItJoinsATaskHasNoPartInAnything() {
    List<Map<String, float[]>> late = new ArrayList<>();
    List<Map<String, float[]>> without = new ArrayList<>();
    afterEpochs(
        builder()
            .curriculum(Curriculum.joins(GardenTask.height).atEpoch(3))
            .curriculum(Curriculum.joins(GardenTask.family).atEpoch(4).rampingOver(0)),
        trainer -> late.add(Weights.of(trainer)));
    afterEpochs(
        builder().lossWeight(GardenTask.height, 0).lossWeight(GardenTask.family, 0),
        trainer -> without.add(Weights.of(trainer)));
    for (int epoch = 0; epoch < 2; epoch++) {
      Map<String, float[]> expected = without.get(epoch);
      late.get(epoch)
          .forEach((path, values) -> assertThat(values).as(path).isEqualTo(expected.get(path)));
    }
    String height = "tasks.height.logits.kernel";
    String family = "tasks.family.logits.kernel";
    assertThat(late.get(2).get(height)).isNotEqualTo(late.get(1).get(height));
    assertThat(late.get(2).get(family)).isEqualTo(late.get(0).get(family));
    assertThat(late.get(3).get(family)).isNotEqualTo(late.get(0).get(family));
    assertThat(late.get(2).get("trunk.hidden1.kernel"))
        .isNotEqualTo(without.get(2).get("trunk.hidden1.kernel"));
  }

  @Test
  void itIsEvaluatedAllAlong() {
    try (GardenTrainer trainer =
        builder().curriculum(Curriculum.joins(GardenTask.height).atEpoch(3)).build()) {
      for (EpochReport epoch : trainer.fit(TRAIN, TEST).epochs()) {
        assertThat(epoch.validation().orElseThrow().metric(GardenTask.height, "rmse")).isPositive();
        assertThat(epoch.loss(GardenTask.height)).isPositive();
      }
    }
  }

  /** The weights that come out of a run, step by step, as a method of a test is given them. */
  private static final class Watching implements GradientBalancing {
    private final List<double[]> losses = new ArrayList<>();
    private final List<int[]> tasks = new ArrayList<>();

    @Override
    public String name() {
      return "watching";
    }

    @Override
    public Mixing start(Start run) {
      return gradients -> {
        losses.add(gradients.losses().clone());
        tasks.add(gradients.tasks().clone());
        double[] ones = new double[gradients.tasks().length];
        Arrays.fill(ones, 1);
        return ones;
      };
    }
  }

  /** Nothing moves, so that a task's loss on a batch of all rows is always the same. */
  private static List<double[]> losses(Watching method, Curriculum<GardenTask> curriculum) {
    try (GardenTrainer trainer =
        builder()
            .epochs(5)
            .batchSize(120)
            .optimizer(Optimizer.sgd(1e-30))
            .balancing(method)
            .curriculum(curriculum)
            .build()) {
      trainer.fit(TRAIN);
      return method.losses;
    }
  }

  @Test
  void weightsRiseBeforeAMethodSeesTheLosses() {
    Watching method = new Watching();
    List<double[]> losses =
        losses(method, Curriculum.joins(GardenTask.height).atEpoch(2).rampingOver(3));
    assertThat(method.tasks.get(0)).containsExactly(0, 1, 3);
    assertThat(method.tasks.get(1)).containsExactly(0, 1, 2, 3);
    double whole = losses.get(4)[2];
    assertThat(losses.get(1)[2]).isCloseTo(whole / 3, within(1e-6));
    assertThat(losses.get(2)[2]).isCloseTo(whole * 2 / 3, within(1e-6));
    assertThat(losses.get(3)[2]).isCloseTo(whole, within(1e-6));
    assertThat(losses.get(1)[0]).isCloseTo(losses.get(4)[0], within(1e-6));
  }

  @Test
  void aRampHasTheShapeThatItIsGiven() {
    Watching method = new Watching();
    List<double[]> losses =
        losses(
            method,
            Curriculum.joins(GardenTask.height).atEpoch(1).rampingOver(4).shapedBy(x -> x * x));
    double whole = losses.get(4)[2];
    for (int epoch = 0; epoch < 4; epoch++) {
      double part = (epoch + 1) / 4.0;
      assertThat(losses.get(epoch)[2]).isCloseTo(whole * part * part, within(1e-6));
    }
  }

  /** Step by step, and to the end of the epoch. */
  @Test
  void aRampRisesWithinAnEpoch() {
    Curriculum<GardenTask> joining = Curriculum.joins(GardenTask.uses).atEpoch(2);
    assertThat(joining.factor(1, 1)).isZero();
    assertThat(joining.factor(2, 0.25)).isEqualTo(0.25);
    assertThat(joining.factor(2, 1)).isEqualTo(1);
    assertThat(joining.rampingOver(2).factor(3, 0.5)).isEqualTo(0.75);
    assertThat(joining.rampingOver(0).factor(2, 0.01)).isEqualTo(1);
  }

  /** The weight of a loss method is multiplied, whatever the method says. */
  @Test
  void weightsOfAMethodAreRampedToo() {
    LossBalancing doubled =
        new LossBalancing() {
          @Override
          public String name() {
            return "doubled";
          }

          @Override
          public Weighing start(Beginning run) {
            return (step, tasks) -> Arrays.stream(tasks).mapToDouble(task -> 2).toArray();
          }
        };
    Map<String, float[]> method = afterOne(builder().balancing(doubled));
    TrainerBuilder<GardenTask, GardenTrainer> plain = builder();
    for (GardenTask task : GardenTask.values()) {
      plain.lossWeight(task, 2 * Garden.INFO.tasks().get(task.ordinal()).lossWeight());
    }
    Map<String, float[]> fixed = afterOne(plain);
    method.forEach((path, values) -> assertThat(values).as(path).isEqualTo(fixed.get(path)));
  }

  private static Map<String, float[]> afterOne(TrainerBuilder<GardenTask, GardenTrainer> builder) {
    try (GardenTrainer trainer =
        builder
            .epochs(1)
            .optimizer(Optimizer.sgd(0.1))
            .curriculum(Curriculum.joins(GardenTask.height).atEpoch(1))
            .build()) {
      trainer.fit(TRAIN);
      return Weights.of(trainer);
    }
  }

  /** Adam's first update of a parameter is the rate, up or down, whenever it comes. */
  @Test
  void aLateHeadStartsAsAnEarlyOne() {
    List<float[]> biases = new ArrayList<>();
    afterEpochs(
        builder()
            .batchSize(120)
            .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(4))
            .optimizer(Optimizer.adam(0.01)),
        trainer -> biases.add(Weights.of(trainer).get("tasks.uses.logits.bias")));
    assertThat(biases.get(2)).containsExactly(0, 0);
    for (float bias : biases.get(3)) {
      assertThat(Math.abs(bias)).isCloseTo(0.01f, within(1e-5f));
    }
  }

  /** In turns of four tasks every head has one update in four steps, and the trunk four. */
  @Test
  void updatesAreCountedByWhatTheyUpdate() {
    TaskData<Garden, GardenTask> data =
        TaskData.of(GardenTask.tasty, TRAIN)
            .and(GardenTask.family, TRAIN)
            .and(GardenTask.height, TRAIN)
            .and(GardenTask.uses, TRAIN)
            .mixing(TaskMixing.roundRobin());
    try (GardenTrainer trainer =
        builder().epochs(1).batchSize(120).optimizer(Optimizer.adam(0.01)).build()) {
      trainer.fit(data);
      Map<String, float[]> weights = Weights.of(trainer);
      for (String head : List.of("tasty", "family", "height", "uses")) {
        for (float bias : weights.get("tasks." + head + ".logits.bias")) {
          assertThat(Math.abs(bias)).as(head).isCloseTo(0.01f, within(2e-5f));
        }
      }
      float[] trunk = weights.get("trunk.hidden1.bias");
      for (float bias : trunk) {
        assertThat(Math.abs(bias)).isLessThan(0.0401f);
      }
    }
  }

  /** Where an epoch is shorter, the schedule still ends with the last step of the last epoch. */
  @Test
  void anEpochOfFewerStepsTakesItsPartOfTheSchedule() {
    List<Long> asked = new ArrayList<>();
    RateSchedule watch =
        run -> {
          assertThat(run).isEqualTo(new RunLength(24, 12));
          return step -> {
            asked.add(step);
            return 1;
          };
        };
    TaskData<Garden, GardenTask> data =
        TaskData.of(GardenTask.tasty, TRAIN)
            .and(GardenTask.family, TRAIN)
            .and(GardenTask.height, TRAIN)
            .and(GardenTask.uses, TRAIN);
    try (GardenTrainer trainer =
        builder()
            .epochs(2)
            .curriculum(Curriculum.joins(GardenTask.family).atEpoch(2))
            .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(2))
            .rateSchedule(watch)
            .build()) {
      trainer.fit(data);
    }
    assertThat(asked).startsWith(2L, 4L, 6L, 8L, 10L, 12L, 13L, 14L).endsWith(23L, 24L).hasSize(18);
  }

  @Test
  void refusesWhatCannotBeFollowed() {
    assertThatThrownBy(
            () -> builder().curriculum(Curriculum.joins(GardenTask.uses).atEpoch(5)).build())
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "Task `uses` joins at epoch 5, and a run has 4. Expected one of these, or a longer"
                + " run: builder().epochs(5).");
    assertThatThrownBy(
            () ->
                builder()
                    .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(2))
                    .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(3))
                    .build())
        .isInstanceOf(EspalierException.class)
        .hasMessage("Task `uses` joins once. Found it joining at epochs 2 and 3; leave one out.");
    TrainerBuilder<GardenTask, GardenTrainer> none = builder();
    for (GardenTask task : GardenTask.values()) {
      none.curriculum(Curriculum.joins(task).atEpoch(2 + task.ordinal() % 2));
    }
    assertThatThrownBy(none::build)
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "No task is trained in epoch 1: the first, `tasty`, joins at epoch 2. Expected one"
                + " that joins at epoch 1, or that the curriculum says nothing of.");
    assertThatThrownBy(
            () ->
                builder()
                    .lossWeight(GardenTask.uses, 0)
                    .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(2))
                    .build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("its loss weight is 0: it is never trained");
    assertThatThrownBy(() -> Curriculum.joins(GardenTask.uses).atEpoch(0))
        .hasMessage("Parameter `atEpoch` should be at least 1. Found `atEpoch = 0`.");
    assertThatThrownBy(() -> Curriculum.joins(GardenTask.uses).atEpoch(1).rampingOver(-1))
        .isInstanceOf(EspalierException.class);
  }
}
