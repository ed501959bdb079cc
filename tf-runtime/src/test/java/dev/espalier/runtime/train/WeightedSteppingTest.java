package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.UncertaintyForm;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.LogObjective;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.balance.LossScale;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps down losses that a method weighs. */
class WeightedSteppingTest {
  private static final List<Garden> ROWS = Garden.grow(40, 3);
  private static final double[] LOSS_WEIGHTS = {1, 0.5, 2, 1};
  private static final double[] LOGITS = {1, -2, 0.5, 0};
  private static final double POWER = 1.3;

  /** A method of a test: what a step is given, and what it found. */
  private static class Watching implements LossBalancing {
    private final Optional<LogObjective> logarithms;
    private final Optional<Certainty> certainty;
    private final double maxNorm;
    private final List<StepLosses> steps = new ArrayList<>();
    private final List<double[]> epochs = new ArrayList<>();

    Watching(Optional<LogObjective> logarithms, Optional<Certainty> certainty, double maxNorm) {
      this.logarithms = logarithms;
      this.certainty = certainty;
      this.maxNorm = maxNorm;
    }

    @Override
    public String name() {
      return "watching";
    }

    @Override
    public Optional<LogObjective> logarithms() {
      return logarithms;
    }

    @Override
    public Optional<Certainty> certainty() {
      return certainty;
    }

    @Override
    public boolean looksAgain() {
      return true;
    }

    @Override
    public double maxNorm() {
      return maxNorm;
    }

    @Override
    public Weighing start(Beginning run) {
      return new Weighing() {
        @Override
        public double[] weights(long step, int[] tasks) {
          return Arrays.stream(tasks)
              .mapToDouble(task -> logarithms.isPresent() ? LOGITS[task] : 1)
              .toArray();
        }

        @Override
        public double power() {
          return POWER;
        }

        @Override
        public void stepped(StepLosses found) {
          steps.add(found);
        }

        @Override
        public void epochEnded(int epoch, double[] losses) {
          epochs.add(losses);
        }
      };
    }
  }

  // ---- Gradients --------------------------------------------------------------------------------

  /** What a step of gradient descent at rate 1 over all rows takes off the weights. */
  private static Map<String, double[]> gradient(
      List<Garden> rows, LossBalancing method, Map<String, float[]> before) {
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(rows.size())
            .optimizer(Optimizer.sgd(1))
            .balancing(method)
            .build()) {
      trainer.fit(Dataset.of(rows));
      Map<String, float[]> after = Weights.of(trainer);
      Map<String, double[]> gradient = new LinkedHashMap<>();
      before.forEach(
          (path, values) -> {
            double[] each = new double[values.length];
            Arrays.setAll(each, i -> (double) values[i] - after.get(path)[i]);
            gradient.put(path, each);
          });
      return gradient;
    }
  }

  private static Map<String, float[]> initial(List<Garden> rows) {
    try (GardenTrainer still =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(rows.size())
            .optimizer(Optimizer.sgd(1e-30))
            .build()) {
      still.fit(Dataset.of(rows));
      return Weights.of(still);
    }
  }

  private static double[] weighted(double[] losses) {
    double[] weighted = new double[losses.length];
    Arrays.setAll(weighted, i -> LOSS_WEIGHTS[i] * losses[i]);
    return weighted;
  }

  /** Against central differences of an objective of the reference's weighted losses. */
  private static void assertGradient(
      List<Garden> rows, LossBalancing method, ToDoubleFunction<double[]> objective) {
    GardenReference reference = new GardenReference(rows);
    Map<String, float[]> before = initial(rows);
    Map<String, double[]> found = gradient(rows, method, before);
    Map<String, double[]> weights = new LinkedHashMap<>();
    before.forEach(
        (path, values) -> {
          double[] copy = new double[values.length];
          Arrays.setAll(copy, i -> values[i]);
          weights.put(path, copy);
        });
    double most = 0;
    for (double[] each : found.values()) {
      most = Math.max(most, Arrays.stream(each).map(Math::abs).max().orElse(0));
    }
    double tolerance = 1e-5 * most;
    weights.forEach(
        (path, values) -> {
          for (int i = 0; i < values.length; i++) {
            double at = values[i];
            values[i] = at + 1e-5;
            double above = objective.applyAsDouble(weighted(reference.losses(weights)));
            values[i] = at - 1e-5;
            double below = objective.applyAsDouble(weighted(reference.losses(weights)));
            values[i] = at;
            assertThat(found.get(path)[i])
                .as("%s[%d]", path, i)
                .isCloseTo((above - below) / 2e-5, within(tolerance));
          }
        });
  }

  /** The objective's losses where the run begins. */
  private static double[] lossesAtFirst(List<Garden> rows) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    initial(rows)
        .forEach(
            (path, values) -> {
              double[] copy = new double[values.length];
              Arrays.setAll(copy, i -> values[i]);
              weights.put(path, copy);
            });
    return weighted(new GardenReference(rows).losses(weights));
  }

  private static List<Garden> sparse() {
    List<Garden> sparse = new ArrayList<>(ROWS);
    for (int i = 0; i < sparse.size(); i++) {
      Garden g = sparse.get(i);
      if (i % 3 != 0) {
        sparse.set(i, g.labelled(g.tasty(), null, g.height(), null));
      }
    }
    return sparse;
  }

  /** All scales, with shares of all sizes, the weights being constants. */
  @ParameterizedTest
  @EnumSource(LossScale.class)
  void weightsOfLogarithmsAreThoseOfTheFormula(LossScale scale) {
    LogObjective form = new LogObjective(scale, 0.125, 1e-6);
    for (List<Garden> rows : List.of(ROWS, sparse())) {
      double[] weights = form.weights(lossesAtFirst(rows), LOGITS, POWER);
      assertGradient(
          rows,
          new Watching(Optional.of(form), Optional.empty(), 0),
          losses -> {
            double sum = 0;
            for (int i = 0; i < 4; i++) {
              sum += weights[i] * losses[i];
            }
            return sum;
          });
    }
  }

  @Test
  void uncertaintyDescendsItsObjective() {
    double s = -0.5;
    assertGradient(
        ROWS,
        Balancing.uncertaintyWeighting(UncertaintyForm.BY_KIND, s, 0.025),
        // The third task is the regression.
        l -> Math.exp(-s) * (l[0] + l[1] + l[2] / 2 + l[3]) + 4 * s / 2);
  }

  @Test
  void imtlLDescendsItsObjective() {
    assertGradient(ROWS, Balancing.imtlL(), l -> l[0] + l[1] + l[2] + l[3]);
  }

  @Test
  void geometricLossDescendsItsObjective() {
    assertGradient(
        sparse(), Balancing.geometricLoss(), l -> Math.pow(l[0] * l[1] * l[2] * l[3], 0.25));
  }

  @Test
  void smoothTchebycheffDescendsItsObjective() {
    double mu = 0.4;
    assertGradient(
        ROWS,
        Balancing.smoothTchebycheff(mu, 0),
        l -> 4 * mu * Math.log(Arrays.stream(l).map(each -> Math.pow(each, 1 / mu)).sum()));
  }

  @Test
  void famoDescendsItsObjective() {
    double[] first = lossesAtFirst(ROWS);
    double inverse = Arrays.stream(first).map(each -> 0.25 / (each + 1 + 1e-8)).sum();
    assertGradient(
        ROWS,
        Balancing.famo(0.025, 1e-3, -1, 0),
        l -> Arrays.stream(l).map(each -> 0.25 * Math.log(each + 1 + 1e-8)).sum() / inverse);
  }

  /** What tasks share is made shorter, and what is their own is not. */
  @Test
  void gradientsAreClipped() {
    Map<String, float[]> before = initial(ROWS);
    Watching free = new Watching(Optional.empty(), Optional.empty(), 0);
    Map<String, double[]> whole = gradient(ROWS, free, before);
    Watching held = new Watching(Optional.empty(), Optional.empty(), 0.01);
    Map<String, double[]> clipped = gradient(ROWS, held, before);
    double norm = sharedNorm(whole);
    assertThat(norm).isGreaterThan(0.1);
    assertThat(sharedNorm(clipped)).isCloseTo(0.01, within(1e-5));
    whole.forEach(
        (path, values) -> {
          double factor = isShared(path) ? 0.01 / norm : 1;
          for (int i = 0; i < values.length; i++) {
            assertThat(clipped.get(path)[i]).isCloseTo(factor * values[i], within(1e-6));
          }
        });
    Watching loose = new Watching(Optional.empty(), Optional.empty(), 1e3);
    assertThat(sharedNorm(gradient(ROWS, loose, before))).isCloseTo(norm, within(1e-6));
  }

  private static boolean isShared(String path) {
    return !path.startsWith("tasks.");
  }

  private static double sharedNorm(Map<String, double[]> gradient) {
    double square = 0;
    for (Map.Entry<String, double[]> entry : gradient.entrySet()) {
      if (isShared(entry.getKey())) {
        square += Arrays.stream(entry.getValue()).map(each -> each * each).sum();
      }
    }
    return Math.sqrt(square);
  }

  // ---- What a method is told --------------------------------------------------------------------

  private static Watching watched(
      GardenModel model, Optional<Certainty> certainty, double rate, List<Garden> rows, int size) {
    Watching watching = new Watching(Optional.empty(), certainty, 0);
    try (GardenTrainer trainer =
        GardenTrainer.of(model)
            .epochs(3)
            .batchSize(size)
            .optimizer(Optimizer.sgd(rate))
            .balancing(watching)
            .build()) {
      trainer.fit(Dataset.of(rows));
    }
    return watching;
  }

  /** Where nothing moves, the second look sees what the first one saw: dropout draws the same. */
  @Test
  void theSecondLookHasTheSameDraws() {
    GardenModel noisy = new GardenModel(true, p -> p);
    Watching watching = watched(noisy, Optional.empty(), 1e-30, ROWS, 40);
    assertThat(watching.steps).hasSize(3);
    for (LossBalancing.StepLosses step : watching.steps) {
      assertThat(step.after()).containsExactly(step.losses());
    }
    assertThat(watching.steps.get(1).losses()).isNotEqualTo(watching.steps.get(0).losses());
  }

  @Test
  void theSecondLookSeesWhatTheNextStepSeesFirst() {
    Watching watching = watched(GardenModel.plain(), Optional.empty(), 0.05, ROWS, 40);
    for (int step = 0; step < 2; step++) {
      double[] after = watching.steps.get(step).after();
      assertThat(watching.steps.get(step + 1).losses()).containsExactly(after, within(1e-5));
      assertThat(watching.steps.get(step).losses()).isNotEqualTo(after);
    }
    assertThat(watching.steps.get(0).losses()).containsExactly(lossesAtFirst(ROWS), within(1e-5));
  }

  @Test
  void epochsEndWithTheMeansOfTheirLosses() {
    Watching watching = watched(GardenModel.plain(), Optional.empty(), 1e-30, ROWS, 8);
    assertThat(watching.epochs).hasSize(3);
    watching.epochs.forEach(
        losses -> assertThat(losses).containsExactly(lossesAtFirst(ROWS), within(1e-5)));
  }

  @Test
  void aBatchHasTheTasksThatItHasLabelsOf() {
    List<Garden> rows = new ArrayList<>(ROWS);
    rows.replaceAll(g -> g.labelled(null, g.family(), g.height(), g.uses()));
    rows.set(0, ROWS.get(0).labelled(true, 1, 3f, ROWS.get(0).uses()));
    Watching watching = watched(GardenModel.plain(), Optional.empty(), 0.01, rows, 10);
    assertThat(watching.steps).hasSize(12);
    assertThat(watching.steps.stream().filter(step -> step.tasks().length == 4)).hasSize(3);
    for (LossBalancing.StepLosses step : watching.steps) {
      assertThat(step.losses()).hasSameSizeAs(step.tasks());
      assertThat(step.after()).hasSameSizeAs(step.tasks());
      assertThat(step.tasks()).endsWith(1, 2, 3);
    }
  }

  @ParameterizedTest
  @EnumSource(Certainty.class)
  void certaintyIsThatOfThePredictions(Certainty measure) {
    Watching watching = watched(GardenModel.plain(), Optional.of(measure), 1e-30, ROWS, 40);
    double[] sums = new double[4];
    double[] weights = new double[4];
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(ROWS.size())
            .optimizer(Optimizer.sgd(1e-30))
            .build()) {
      trainer.fit(Dataset.of(ROWS));
      for (Garden row : ROWS) {
        Garden.Prediction predicted = trainer.predict(row);
        if (row.tasty() != null) {
          add(sums, weights, 0, row, ofYes(measure, predicted.tasty()));
        }
        if (row.family() != null) {
          add(sums, weights, 1, row, ofClasses(measure, predicted.family().probabilities()));
        }
        float[] uses = predicted.uses();
        add(sums, weights, 3, row, (ofYes(measure, uses[0]) + ofYes(measure, uses[1])) / 2);
      }
    }
    double[] found = watching.steps.get(0).certainty();
    for (int task : new int[] {0, 1, 3}) {
      assertThat(found[task]).isCloseTo(sums[task] / weights[task], within(1e-5));
    }
    assertThat(found[2]).isNaN();
  }

  private static void add(double[] sums, double[] weights, int task, Garden row, double value) {
    sums[task] += row.weight() * value;
    weights[task] += row.weight();
  }

  private static double ofYes(Certainty measure, double p) {
    return ofClasses(measure, new float[] {(float) p, (float) (1 - p)});
  }

  private static double ofClasses(Certainty measure, float[] probabilities) {
    double most = 0;
    double entropy = 0;
    for (float p : probabilities) {
      most = Math.max(most, p);
      entropy -= p * Math.log(p);
    }
    return measure == Certainty.CONFIDENCE ? most : entropy / Math.log(probabilities.length);
  }

  // ---- Odd cases --------------------------------------------------------------------------------

  /** The loss of the third task, less a hundred. */
  private static ModelGraph negative(GraphBuilder g, ModelGraph network) {
    if (!g.withLosses()) {
      return network;
    }
    List<ModelGraph.TaskGraph> tasks = new ArrayList<>(network.tasks());
    ModelGraph.TaskGraph third = tasks.get(2);
    ModelGraph.WeightedLosses losses = third.loss().orElseThrow();
    tasks.set(
        2,
        new ModelGraph.TaskGraph(
            Optional.of(
                new ModelGraph.WeightedLosses(
                    g.tf().math.sub(losses.losses(), g.tf().constant(100f)), losses.weights())),
            third.logits(),
            third.prediction(),
            third.outputs()));
    return new ModelGraph(tasks);
  }

  @ParameterizedTest
  @MethodSource("ofLogarithms")
  void negativeLossesHaveNoLogarithm(LossBalancing method) {
    try (GardenTrainer trainer =
        GardenTrainer.of(new Changed(WeightedSteppingTest::negative))
            .epochs(2)
            .batchSize(20)
            .balancing(method)
            .build()) {
      assertThatThrownBy(() -> trainer.fit(Dataset.of(ROWS)))
          .isInstanceOf(TrainingException.class)
          .hasMessageStartingWith(method.name() + " takes the logarithms of losses")
          .hasMessageContaining("for task `height`");
      Weights.of(trainer)
          .forEach(
              (path, values) -> {
                for (float value : values) {
                  assertThat(Math.abs(value)).as(path).isLessThan(10);
                }
              });
    }
  }

  static List<LossBalancing> ofLogarithms() {
    return List.of(Balancing.geometricLoss(), Balancing.smoothTchebycheff(1, 1), Balancing.famo());
  }

  @Test
  void famoTakesLossesAboveItsBound() {
    try (GardenTrainer trainer =
        GardenTrainer.of(new Changed(WeightedSteppingTest::negative))
            .epochs(2)
            .batchSize(20)
            .balancing(Balancing.famo(0.025, 1e-3, -201, 1))
            .build()) {
      History history = trainer.fit(Dataset.of(ROWS));
      assertThat(history.last().loss(GardenTask.height)).isNegative();
    }
  }

  /** FAMO's sum to 1 before loss weights; the first step's are the inverses of the losses. */
  @Test
  void theWeightsInUseAreReported() {
    double[] losses = lossesAtFirst(ROWS);
    double inverse = Arrays.stream(losses).map(each -> 1 / each).sum();
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(1).batchSize(40).balancing(Balancing.famo()).build()) {
      List<Double> weights = trainer.fit(Dataset.of(ROWS)).last().balance().weights();
      for (int i = 0; i < 4; i++) {
        double expected = LOSS_WEIGHTS[i] / losses[i] / inverse;
        assertThat(weights.get(i)).isCloseTo(expected, within(1e-5));
      }
    }
  }

  // ---- Whole runs -------------------------------------------------------------------------------

  static List<LossBalancing> methods() {
    return List.of(
        Balancing.uncertaintyWeighting(),
        Balancing.dynamicWeightAverage(),
        Balancing.randomLossWeighting(),
        Balancing.geometricLoss(),
        Balancing.imtlL(),
        Balancing.smoothTchebycheff(),
        Balancing.famo(),
        Balancing.taskExponent(),
        Balancing.confidenceScheduling());
  }

  /** Two trainings, equal to the bit, that both learn. */
  @ParameterizedTest
  @MethodSource("methods")
  void learns(LossBalancing method) {
    Evaluation first = trained(method);
    assertThat(trained(method)).isEqualTo(first);
    assertThat(first.metric(GardenTask.tasty, "auc")).isGreaterThan(0.85);
    assertThat(first.metric(GardenTask.height, "r2")).isGreaterThan(0.5);
  }

  private static Evaluation trained(LossBalancing method) {
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(20)
            .batchSize(30)
            .seed(2)
            .optimizer(Optimizer.adamW(1e-2, 1e-3))
            .balancing(method)
            .build()) {
      trainer.fit(Dataset.of(Garden.grow(300, 1)));
      return trainer.evaluate(Dataset.of(Garden.grow(100, 2)));
    }
  }

  /** A run that fails leaves nothing of its method behind: the next one begins anew. */
  @ParameterizedTest
  @MethodSource("methods")
  void aRunAfterOneThatFailedIsAsAnyOther(LossBalancing method) {
    try (GardenTrainer trainer =
            GardenTrainer.plain().epochs(5).batchSize(20).balancing(method).build();
        GardenTrainer fresh =
            GardenTrainer.plain().epochs(5).batchSize(20).balancing(method).build()) {
      fresh.fit(Dataset.of(ROWS));
      List<Garden> extreme = new ArrayList<>(ROWS);
      extreme.replaceAll(g -> g.labelled(g.tasty(), g.family(), 1e38f, g.uses()));
      trainer.fit(Dataset.of(ROWS));
      assertThatThrownBy(() -> trainer.fit(Dataset.of(extreme)))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("`height`");
      Map<String, float[]> kept = Weights.of(fresh);
      Weights.of(trainer).forEach((path, v) -> assertThat(v).as(path).isEqualTo(kept.get(path)));
    }
  }
}
