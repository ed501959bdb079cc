package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several batches make the step of one large batch; labels are missing and rows have weights. */
class AccumulationTest {
  private static final List<Garden> ROWS = Garden.grow(50, 4);

  private static final GardenModel REGULARIZED =
      new GardenModel(false, p -> p.path().endsWith(".kernel") ? p.regularized(0.001, 0.01) : p);

  /** 25 rows a step, in parts of 10, 10 and 5 or at once. */
  private static UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> steps(
      boolean inParts, Balancing method) {
    return builder ->
        inParts
            ? builder.batchSize(10).accumulate(3).epochs(3).balancing(method)
            : builder.batchSize(30).epochs(3).balancing(method);
  }

  private static void assertClose(Map<String, float[]> found, Map<String, float[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    expected.forEach(
        (path, values) ->
            assertThat(found.get(path)).as(path).containsExactly(values, within(3e-5f)));
  }

  static Stream<Balancing> rules() {
    return Stream.of(
        Balancing.fixedWeights(),
        Balancing.dynamicWeightAverage(),
        Balancing.uncertaintyWeighting(),
        Balancing.confidenceScheduling(),
        Balancing.geometricLoss(),
        Balancing.imtlL(),
        Balancing.famo());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void partsGiveTheStepOfTheLargeBatch(Balancing method) {
    try (GardenRun run = new GardenRun(REGULARIZED, ROWS)) {
      Map<String, float[]> expected = run.after(steps(false, method), 1, 0.5, 2, 0.7);
      History atOnce = run.history();
      Map<String, float[]> found = run.after(steps(true, method), 1, 0.5, 2, 0.7);
      assertClose(found, expected);
      for (int epoch = 0; epoch < 3; epoch++) {
        EpochReport report = run.history().epochs().get(epoch);
        assertThat(report.rows()).isEqualTo(50);
        for (GardenTask task : GardenTask.values()) {
          assertThat(report.loss(task))
              .isCloseTo(atOnce.epochs().get(epoch).loss(task), within(1e-5));
        }
      }
    }
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Optimizer.sgd(0.05, 0.9, true),
        Optimizer.adagrad(0.05),
        Optimizer.adamW(0.01, 0.1, 0.9, 0.999, 1e-3),
        Optimizer.lazyAdam(0.01, 0.9, 0.999, 1e-3));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void anyOptimizerUpdatesOnce(Optimizer optimizer) {
    try (GardenRun run = new GardenRun(REGULARIZED, ROWS, optimizer)) {
      Balancing fixed = Balancing.fixedWeights();
      Map<String, float[]> expected = run.after(steps(false, fixed));
      Map<String, float[]> found = run.after(steps(true, fixed));
      assertClose(found, expected);
      assertThat(run.session().trainingState().counts().get("updates/0,1,2,3")).isEqualTo(6);
    }
  }

  /** A part may have no label of a task that others have. */
  @Test
  void aTaskCountsByItsLabelsInTheWholeBatch() {
    List<Garden> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Garden g = ROWS.get(i);
      boolean late = i >= 30;
      rows.add(
          g.labelled(
              late ? g.tasty() : null, late ? null : g.family(), late ? null : g.height(), null));
    }
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      Map<String, float[]> expected = run.afterOther(rows, builder -> builder.batchSize(40));
      Map<String, float[]> found =
          run.afterOther(rows, builder -> builder.batchSize(7).accumulate(6));
      assertClose(found, expected);
    }
  }

  /** Batches of one task each have the same rows, be they worked on at once or not. */
  @Test
  void dataSetsOfTheirOwnTakeTurnsAsWithLargeBatches() {
    TaskData<Garden, GardenTask> data =
        TaskData.of(GardenTask.tasty, Dataset.of(ROWS.subList(0, 30)))
            .and(GardenTask.height, Dataset.of(ROWS.subList(20, 50)));
    try (GardenTrainer large = trainer(data).batchSize(20).build();
        GardenTrainer parted = trainer(data).batchSize(8).accumulate(5).batchSize(4).build()) {
      large.fit(data);
      parted.fit(data);
      assertClose(Weights.of(parted), Weights.of(large));
    }
  }

  private static TrainerBuilder<GardenTask, GardenTrainer> trainer(
      TaskData<Garden, GardenTask> data) {
    return GardenTrainer.plain()
        .epochs(2)
        .optimizer(Optimizer.sgd(0.05))
        .lossWeight(GardenTask.family, 0)
        .lossWeight(GardenTask.uses, 0);
  }

  @Test
  void listenersAndSchedulesSeeSteps() {
    List<String> events = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            events.add("start " + run.stepsPerEpoch());
          }

          @Override
          public void stepEnded(StepReport step) {
            events.add(step.step() + "/" + step.stepsPerEpoch() + " " + step.rows());
          }
        };
    List<String> asked = new ArrayList<>();
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(10)
            .accumulate(3)
            .rateSchedule(
                run ->
                    step -> {
                      asked.add(step + "/" + run.steps());
                      return 1;
                    })
            .listener(listener)
            .build()) {
      trainer.fit(Dataset.of(ROWS));
    }
    assertThat(events).containsExactly("start 2", "1/2 30", "2/2 20");
    assertThat(asked).containsExactly("1/2", "2/2");
  }

  @Test
  void equalSeedsGiveEqualBitsAndPartsDrawOnTheirOwn() {
    GardenModel noisy = new GardenModel(true, UnaryOperator.<Parameter>identity());
    try (GardenRun run = new GardenRun(noisy, ROWS)) {
      Balancing fixed = Balancing.fixedWeights();
      Map<String, float[]> once = run.after(steps(true, fixed));
      Map<String, float[]> again = run.after(steps(true, fixed));
      once.forEach((path, values) -> assertThat(again.get(path)).as(path).isEqualTo(values));
      Map<String, float[]> other = run.after(options -> steps(true, fixed).apply(options).seed(9));
      assertThat(other.get("trunk.hidden1.kernel")).isNotEqualTo(once.get("trunk.hidden1.kernel"));
    }
  }

  @Test
  void methodsThatLookAtGradientsNeedTheWholeBatch() {
    for (Balancing method : List.of(Balancing.pcGrad(), Balancing.gradDrop())) {
      assertThatThrownBy(() -> GardenTrainer.plain().accumulate(4).balancing(method).build())
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining(method.name() + " looks at the gradients of a whole batch")
          .hasMessageContaining("accumulate(4)");
    }
    assertThatThrownBy(() -> GardenTrainer.plain().accumulate(0))
        .hasMessage("Parameter `accumulate` should be at least 1. Found `accumulate = 0`.");
  }

  @Test
  void aPartThatIsNotFiniteUpdatesNothing() {
    List<Garden> rows = new ArrayList<>(ROWS);
    Garden last = rows.get(49);
    rows.set(49, last.labelled(last.tasty(), last.family(), 3e38f, last.uses()));
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      Map<String, float[]> start = run.after(options -> options.epochs(1).learningRate(1e-30));
      assertThatThrownBy(() -> run.afterOther(rows, options -> options.batchSize(5).accumulate(10)))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("`height`");
      assertClose(run.session().values(), start);
    }
  }
}
