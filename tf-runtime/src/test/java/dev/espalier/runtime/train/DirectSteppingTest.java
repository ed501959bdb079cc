package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.MgdaNormalization;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.Gram;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that balance gradients within one run: GradDrop, and MGDA on the representation. */
class DirectSteppingTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);
  private static final double[] LOSS_WEIGHTS = {1, 0.5, 2, 3};

  /** What the gradients of single tasks say of one element that several tasks reach. */
  private record Element(double above, double below, double found) {
    static final double ROUNDING = 4e-5;

    double share() {
      return above / (above - below);
    }

    boolean isConflict() {
      return Math.min(above, -below) > 10 * ROUNDING;
    }

    boolean isAbove() {
      return Math.abs(found - above) < Math.abs(found - below);
    }
  }

  /** Every element of what tasks share, under fixed weights and under a method. */
  private static List<Element> elements(GardenRun run, Balancing method, long seed) {
    List<Map<String, double[]>> alone = new ArrayList<>();
    for (int task = 0; task < 4; task++) {
      double[] weights = new double[4];
      weights[task] = LOSS_WEIGHTS[task];
      alone.add(run.gradient(Balancing.fixedWeights(), 0, weights));
    }
    Map<String, double[]> found = run.gradient(method, seed, LOSS_WEIGHTS);
    List<Element> elements = new ArrayList<>();
    found.forEach(
        (path, values) -> {
          for (int i = 0; i < values.length; i++) {
            int place = i;
            double[] parts = alone.stream().mapToDouble(task -> task.get(path)[place]).toArray();
            if (path.startsWith("tasks.")) {
              assertThat(values[i])
                  .as(path)
                  .isCloseTo(Arrays.stream(parts).sum(), within(Element.ROUNDING));
            } else {
              elements.add(
                  new Element(
                      Arrays.stream(parts).filter(part -> part > 0).sum(),
                      Arrays.stream(parts).filter(part -> part < 0).sum(),
                      values[i]));
            }
          }
        });
    return elements;
  }

  @Test
  void gradDropKeepsTheGradientsOfOneSign() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      int above = 0;
      int conflicts = 0;
      double expected = 0;
      double variance = 0;
      for (int seed = 0; seed < 8; seed++) {
        for (Element element : elements(run, Balancing.gradDrop(), seed)) {
          double nearest =
              Math.min(
                  Math.abs(element.found() - element.above()),
                  Math.abs(element.found() - element.below()));
          assertThat(nearest).isLessThan(Element.ROUNDING);
          if (element.isConflict()) {
            conflicts++;
            above += element.isAbove() ? 1 : 0;
            expected += element.share();
            variance += element.share() * (1 - element.share());
          }
        }
      }
      assertThat(conflicts).isGreaterThan(500);
      assertThat(above).isBetween(conflicts / 10, 9 * conflicts / 10);
      // Draws of one step are independent: four deviations of their sum.
      assertThat(above - expected).isBetween(-4 * Math.sqrt(variance), 4 * Math.sqrt(variance));
    }
  }

  /** Likely signs are kept more often. */
  @Test
  void gradDropFollowsTheShareOfTheSigns() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      int[] kept = new int[2];
      int[] all = new int[2];
      for (int seed = 0; seed < 8; seed++) {
        for (Element element : elements(run, Balancing.gradDrop(), seed)) {
          boolean likely = element.share() > 0.75;
          if (element.isConflict() && (likely || element.share() < 0.25)) {
            all[likely ? 1 : 0]++;
            kept[likely ? 1 : 0] += element.isAbove() ? 1 : 0;
          }
        }
      }
      assertThat(kept[0]).isLessThan(all[0] / 3);
      assertThat(kept[1]).isGreaterThan(2 * all[1] / 3);
    }
  }

  @Test
  void gradDropLeaksAPartOfWhatItDrops() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      List<Element> none = elements(run, Balancing.gradDrop(), 3);
      List<Element> some = elements(run, Balancing.gradDrop(0.25), 3);
      List<Element> all = elements(run, Balancing.gradDrop(1), 3);
      for (int i = 0; i < none.size(); i++) {
        Element element = none.get(i);
        double sum = element.above() + element.below();
        assertThat(some.get(i).found())
            .isCloseTo(0.75 * element.found() + 0.25 * sum, within(2 * Element.ROUNDING));
        assertThat(all.get(i).found()).isCloseTo(sum, within(2 * Element.ROUNDING));
      }
    }
  }

  @Test
  void gradDropDrawsFromSeedStepAndParameter() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      Map<String, double[]> first = run.gradient(Balancing.gradDrop(), 1, LOSS_WEIGHTS);
      Map<String, double[]> again = run.gradient(Balancing.gradDrop(), 1, LOSS_WEIGHTS);
      Map<String, double[]> other = run.gradient(Balancing.gradDrop(), 2, LOSS_WEIGHTS);
      first.forEach((path, values) -> assertThat(again.get(path)).containsExactly(values));
      assertThat(other.get("trunk.hidden1.kernel")).isNotEqualTo(first.get("trunk.hidden1.kernel"));
    }
  }

  // ---- On the representation --------------------------------------------------------------------

  static List<GeneratedModel<Garden, ?, ?>> models() {
    return List.of(
        GardenModel.plain(),
        TwoTrunks.shared(),
        // One value leads to no other, and another is no part of the trunk.
        new TwoTrunks(false, List.of("trunk.left", "trunk.right", "in", "tasks.tasty")));
  }

  /** Weights are the Java solver's, and shared parameters descend along the mixture. */
  @ParameterizedTest
  @MethodSource("models")
  void theMixtureIsTheShortestOnTheRepresentation(GeneratedModel<Garden, ?, ?> model) {
    for (MgdaNormalization normalization : MgdaNormalization.values()) {
      try (GardenRun run = new GardenRun(model, ROWS)) {
        Map<String, double[]> found =
            run.gradient(Balancing.representationMgda(normalization), 0, LOSS_WEIGHTS);
        BalanceReport report = run.history().last().balance();
        double[] weights = new double[4];
        Arrays.setAll(weights, i -> report.weights().get(i) / LOSS_WEIGHTS[i]);
        double[] losses = new double[4];
        Arrays.setAll(losses, i -> LOSS_WEIGHTS[i] * run.history().last().losses().get(i));
        assertThat(weights)
            .containsExactly(shortest(normalization, gram(report), losses), within(1e-4));
        Map<String, double[]> alone = run.gradient(Balancing.fixedWeights(), 0, LOSS_WEIGHTS);
        double[] mixed = new double[4];
        Arrays.setAll(mixed, i -> weights[i] * LOSS_WEIGHTS[i]);
        Map<String, double[]> mixture = run.gradient(Balancing.fixedWeights(), 0, mixed);
        found.forEach(
            (path, values) ->
                assertThat(values)
                    .as(path)
                    .containsExactly(
                        (path.startsWith("tasks.") ? alone : mixture).get(path), within(5e-4)));
      }
    }
  }

  private static double[] shortest(MgdaNormalization normalization, Gram gram, double[] losses) {
    return Balancing.mgda(normalization)
        .start(new GradientBalancing.Start(4, 0))
        .weights(new TaskGradients(1, 1, new int[] {0, 1, 2, 3}, losses, gram));
  }

  private static Gram gram(BalanceReport report) {
    double[][] products = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        products[i][j] =
            report.cosines().get(i).get(j)
                * report.gradientNorms().get(i)
                * report.gradientNorms().get(j);
      }
    }
    return Gram.of(products);
  }

  /** By the chain rule: what a trunk's bias learns is what its output is told, times its slope. */
  @Test
  void gradientsAreThoseOfTheRepresentation() {
    try (GardenRun run = new GardenRun(TwoTrunks.shared(), ROWS)) {
      run.gradient(Balancing.representationMgda(), 0, LOSS_WEIGHTS);
      BalanceReport report = run.history().last().balance();
      // Tasks on different trunks have no element in common.
      assertThat(report.cosines().get(0).get(2)).isZero();
      assertThat(report.cosines().get(1).get(3)).isZero();
      assertThat(Math.abs(report.cosines().get(0).get(1))).isGreaterThan(1e-3);
      for (int task = 0; task < 4; task++) {
        Map<String, double[]> alone = run.gradientOf(task);
        double[] bias = alone.get(task < 2 ? "trunk.left.bias" : "trunk.right.bias");
        double sum = LOSS_WEIGHTS[task] * Math.sqrt(Arrays.stream(bias).map(b -> b * b).sum());
        // |sum over rows| <= sqrt(rows) |all rows|, and a slope of tanh is at most 1.
        assertThat(report.gradientNorms().get(task))
            .isGreaterThan(sum / Math.sqrt(ROWS.size()) * 0.999);
      }
    }
  }

  /** Where values lead to each other, parameters get whole gradients all the same. */
  @Test
  void valuesThatLeadToOthersDoNotCount() {
    List<String> nested = List.of("trunk.hidden1", "tasks.tasty.hidden", "tasks.tasty");
    GeneratedModel<Garden, ?, ?> model = new BoundedModel(GardenModel.plain(), nested);
    try (GardenRun plain = new GardenRun(GardenModel.plain(), ROWS);
        GardenRun other = new GardenRun(model, ROWS)) {
      Map<String, double[]> expected =
          plain.gradient(Balancing.representationMgda(), 0, LOSS_WEIGHTS);
      Map<String, double[]> found = other.gradient(Balancing.representationMgda(), 0, LOSS_WEIGHTS);
      expected.forEach(
          (path, values) ->
              assertThat(found.get(path)).as(path).containsExactly(values, within(2e-4)));
      assertThat(plain.session().training().representation().whole()).isTrue();
      assertThat(other.session().training().representation().whole()).isFalse();
    }
  }

  @Test
  void withoutARepresentationThereIsNothingToWeigh() {
    GeneratedModel<Garden, ?, ?> model = new BoundedModel(GardenModel.plain(), List.of());
    try (GardenRun run = new GardenRun(model, ROWS)) {
      assertThatThrownBy(() -> run.gradient(Balancing.representationMgda(), 0, LOSS_WEIGHTS))
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "MGDA on the representation weighs gradients of values through which tasks share."
                  + " Found none in Garden (shared trunk), whose tasks share parameters alone;"
                  + " expected one, or balancing with Balancing.mgda().");
    }
  }

  static List<Balancing> shortestMixtures() {
    return List.of(Balancing.mgda(), Balancing.representationMgda());
  }

  /** A gradient of 0 would take all the weight of a shortest mixture. */
  @ParameterizedTest
  @MethodSource("shortestMixtures")
  void tasksThatShareNothingAreNoPartOfAMixture(Balancing method) {
    try (GardenRun run = new GardenRun(TwoTrunks.oneApart(), ROWS)) {
      Map<String, double[]> found = run.gradient(method, 0, LOSS_WEIGHTS);
      List<Double> weights = run.history().last().balance().weights();
      assertThat(weights.get(0) / LOSS_WEIGHTS[0] + weights.get(1) / LOSS_WEIGHTS[1])
          .isCloseTo(1, within(1e-5));
      Map<String, double[]> alone = run.gradient(Balancing.fixedWeights(), 0, LOSS_WEIGHTS);
      Map<String, double[]> mixture =
          run.gradient(Balancing.fixedWeights(), 0, weights.get(0), weights.get(1), 0, 0);
      found.forEach(
          (path, values) ->
              assertThat(values)
                  .as(path)
                  .containsExactly(
                      (path.startsWith("trunk.left") ? mixture : alone).get(path), within(3e-4)));
      assertThat(Arrays.stream(found.get("trunk.left.kernel")).map(Math::abs).sum())
          .isGreaterThan(0.05);
    }
  }

  /** A method that remembers averages, of which nothing is special. */
  private record Averaging() implements GradientBalancing {
    @Override
    public String name() {
      return "averaging";
    }

    @Override
    public boolean averages() {
      return true;
    }

    @Override
    public double averagingRate(long step) {
      return 0.5;
    }

    @Override
    public Mixing start(Start run) {
      return gradients -> {
        double[] ones = new double[gradients.tasks().length];
        Arrays.fill(ones, 1);
        return ones;
      };
    }
  }

  /** Momentum would move them on. */
  @Test
  void averagesDoNotMoveWhatNoTaskOfABatchReaches() {
    Garden whole = ROWS.get(0).labelled(true, 1, 120f, new boolean[] {true, false});
    Garden left = ROWS.get(1).labelled(false, 2, null, null);
    try (GardenRun run = new GardenRun(TwoTrunks.shared(), ROWS, Optimizer.sgd(0.1, 0.9, false))) {
      for (int seed = 0; seed < 4; seed++) {
        long drawn = seed;
        Map<String, float[]> one =
            run.afterOther(List.of(whole), options -> options.balancing(new Averaging()));
        Map<String, float[]> two =
            run.afterOther(
                List.of(whole, left),
                options -> options.balancing(new Averaging()).batchSize(1).seed(drawn));
        assertThat(two.get("trunk.right.kernel")).containsExactly(one.get("trunk.right.kernel"));
        assertThat(two.get("trunk.left.kernel")).isNotEqualTo(one.get("trunk.left.kernel"));
      }
    }
  }

  /** Batches of one row lack tasks; two trainings, equal to the bit, that both learn. */
  private enum Direct {
    GRAD_DROP(Balancing.gradDrop()),
    GRAD_DROP_LEAKING(Balancing.gradDrop(0.5)),
    REPRESENTATION(Balancing.representationMgda()),
    REPRESENTATION_LOSS(Balancing.representationMgda(MgdaNormalization.LOSS_TIMES_LENGTH));

    final Balancing method;

    Direct(Balancing method) {
      this.method = method;
    }
  }

  @ParameterizedTest
  @EnumSource(Direct.class)
  void learns(Direct direct) {
    Evaluation first = trained(direct.method);
    assertThat(trained(direct.method)).isEqualTo(first);
    assertThat(first.metric(GardenTask.tasty, "auc")).isGreaterThan(0.8);
    assertThat(first.metric(GardenTask.height, "r2")).isGreaterThan(0.1);
  }

  private static Evaluation trained(Balancing method) {
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(15).batchSize(10).seed(2).balancing(method).build()) {
      trainer.fit(Dataset.of(Garden.grow(300, 1)));
      return trainer.evaluate(Dataset.of(Garden.grow(100, 2)));
    }
  }
}
