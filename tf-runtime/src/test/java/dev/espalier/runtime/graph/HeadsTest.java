package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class HeadsTest {
  private static final Loss LOSS = Losses.sigmoidCrossEntropy(0);

  @Test
  void binaryGivesAProbability() {
    try (Probe probe = probe(1)) {
      TaskGraph task = Heads.binary(probe, "t", probe.input("x"), LOSS);
      shapes(task, 1, -1);
      double[] expected = sigmoids(probe);
      Reference.assertClose("output", probe.run(task.outputs().get(0)), expected);
      Reference.assertClose("prediction", probe.run(task.prediction()), expected);
    }
  }

  @Test
  void multiClassGivesProbabilities() {
    try (Probe probe = probe(3)) {
      TaskGraph task =
          Heads.multiClass(probe, "t", probe.input("x"), Losses.softmaxCrossEntropy(0));
      shapes(task, 3, -1, 3);
      double[] expected = ActivationsTest.softmax(probe.of("x").doubles(), 3);
      Reference.assertClose("output", probe.run(task.outputs().get(0)), expected);
      Reference.assertClose("prediction", probe.run(task.prediction()), expected);
    }
  }

  @Test
  void multiLabelGivesAProbabilityForEachLabel() {
    try (Probe probe = probe(3)) {
      TaskGraph task = Heads.multiLabel(probe, "t", probe.input("x"), LOSS);
      shapes(task, 3, -1, 3);
      Reference.assertClose("output", probe.run(task.outputs().get(0)), sigmoids(probe));
      Reference.assertClose("prediction", probe.run(task.prediction()), sigmoids(probe));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void regressionPredictsStandardizedAndGivesTheLabelsUnit(int values) {
    try (Probe probe = probe(values)) {
      TaskGraph task = Heads.regression(probe, "t", probe.input("x"), Losses.squaredError());
      shapes(task, values, values == 1 ? new long[] {-1} : new long[] {-1, 2});
      double[] x = probe.of("x").doubles();
      Reference.assertClose("prediction", probe.run(task.prediction()), x);
      double[] output = new double[x.length];
      Arrays.setAll(output, i -> 3 * x[i] + 10);
      Reference.assertClose("output", probe.run(task.outputs().get(0)), output);
      assertThat(task.loss().orElseThrow().losses().shape().asArray())
          .containsExactly(task.outputs().get(0).shape().asArray());
    }
  }

  @Test
  void lossesAreThoseOfLogitsLabelAndWeights() {
    try (Probe probe = probe(1)) {
      TaskGraph task = Heads.binary(probe, "t", probe.input("x"), LOSS);
      Operand<TFloat32> losses = task.loss().orElseThrow().losses();
      double[] label = probe.of("t.label").doubles();
      Reference reference =
          in -> {
            double[] x = in.get("x").clone();
            Arrays.setAll(x, i -> Math.log1p(Math.exp(label[i] == 1 ? -x[i] : x[i])));
            return x;
          };
      reference.check(probe, losses, "x");
      assertThat(probe.run(task.loss().orElseThrow().weights())).containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  void aGraphForPredictionAsksForNoLabel() {
    try (Probe probe = new Probe(false).with("x", Values.normal(1, 4, 1))) {
      Operand<TFloat32> x = probe.input("x");
      TaskGraph click = Heads.binary(probe, "t", x, LOSS);
      assertThat(click.loss()).isEmpty();
      assertThat(Heads.multiClass(probe, "t", x, LOSS).loss()).isEmpty();
      assertThat(Heads.multiLabel(probe, "t", x, LOSS).loss()).isEmpty();
      assertThat(Heads.regression(probe, "t", x, LOSS).loss()).isEmpty();
      TaskGraph buy = Heads.given(probe, "t", x, click, LOSS);
      assertThat(buy.loss()).isEmpty();
      assertThat(Heads.notAbove(probe, buy, click, 1)).isSameAs(buy);
    }
  }

  @Test
  void givenLearnsTheJointProbability() {
    try (Probe probe = probe(1).with("a", Values.normal(5, 4, 1))) {
      TaskGraph click = Heads.binary(probe, "click", probe.input("a"), LOSS);
      TaskGraph buy = Heads.given(probe, "t", probe.input("x"), click, LOSS);
      shapes(buy, 1, -1);
      Reference joint =
          in -> {
            double[] p = new double[4];
            Arrays.setAll(p, i -> sigmoid(in.get("a")[i]) * sigmoid(in.get("x")[i]));
            return p;
          };
      joint.check(probe, buy.outputs().get(0), "a", "x");
      joint.check(probe, buy.prediction(), "a", "x");
      Reference.assertClose("conditional", probe.run(buy.outputs().get(1)), sigmoids(probe));
      double[] label = probe.of("t.label").doubles();
      Reference loss =
          in -> {
            double[] p = joint.of(in);
            Arrays.setAll(p, i -> -Math.log(label[i] == 1 ? p[i] : 1 - p[i]));
            return p;
          };
      loss.check(probe, buy.loss().orElseThrow().losses(), "a", "x");
    }
  }

  @Test
  void theJointLogitIsRightFarOut() {
    double[] points = {-100, -40, -1, 0, 1, 40, 100};
    int n = points.length * points.length;
    try (Probe probe = new Probe(false)) {
      probe.with("a", Values.filled(Shape.of(n, 1), i -> points[i / points.length]));
      probe.with("x", Values.filled(Shape.of(n, 1), i -> points[i % points.length]));
      TaskGraph click = Heads.binary(probe, "click", probe.input("a"), LOSS);
      TaskGraph buy = Heads.given(probe, "buy", probe.input("x"), click, LOSS);
      Reference reference =
          in -> {
            double[] y = new double[n];
            Arrays.setAll(y, i -> jointLogit(in.get("a")[i], in.get("x")[i]));
            return y;
          };
      reference.check(probe, buy.logits(), "a", "x");
    }
  }

  @Test
  void aChainOfConditionsMultiplies() {
    try (Probe probe = probe(1)) {
      Operand<TFloat32> x = probe.input("x");
      TaskGraph first = Heads.binary(probe, "t", x, LOSS);
      TaskGraph second = Heads.given(probe, "t", x, first, LOSS);
      TaskGraph third = Heads.given(probe, "t", x, second, LOSS);
      float[] joint = probe.run(third.outputs().get(0));
      double[] each = sigmoids(probe);
      for (int i = 0; i < joint.length; i++) {
        assertThat((double) joint[i]).isCloseTo(Math.pow(each[i], 3), within(1e-6));
      }
    }
  }

  /** Of four rows the first has no weight of its own and the third none of the task before. */
  @Test
  void notAboveAddsTheExcessWhereBothLabelsCount() {
    double[] counts = {1, 1, 0, 2};
    try (Probe probe =
        probe(1)
            .with("a", Values.of(Shape.of(4, 1), -1, -2, -2, 1))
            .with("x", Values.of(Shape.of(4, 1), 1, 0.5, 2, 0.5))
            .with("click.weights", Values.of(Shape.of(4), counts))) {
      TaskGraph click = Heads.binary(probe, "click", probe.input("a"), LOSS);
      TaskGraph plain = Heads.binary(probe, "t", probe.input("x"), LOSS);
      TaskGraph buy = Heads.notAbove(probe, plain, click, 0.6);
      assertThat(buy.prediction()).isSameAs(plain.prediction());
      assertThat(buy.outputs()).isSameAs(plain.outputs());
      assertThat(probe.run(buy.loss().orElseThrow().weights())).containsExactly(0, 1, 2, 3);
      double[] label = probe.of("t.label").doubles();
      Reference losses =
          in -> {
            double[] loss = new double[4];
            for (int i = 0; i < loss.length; i++) {
              double p = sigmoid(in.get("x")[i]);
              double excess = Math.max(p - sigmoid(in.get("a")[i]), 0);
              loss[i] = -Math.log(label[i] == 1 ? p : 1 - p);
              loss[i] += counts[i] > 0 ? 0.6 * excess : 0;
            }
            return loss;
          };
      Operand<TFloat32> found = buy.loss().orElseThrow().losses();
      losses.check(probe, found, "a", "x");
      float[] toBefore = probe.gradient(found, new float[] {1, 1, 1, 1}, "a");
      assertThat(toBefore[0]).isNegative();
      assertThat(toBefore[1]).isNegative();
      assertThat(toBefore[2]).isZero();
      assertThat(toBefore[3]).isZero();
    }
  }

  /** -log(exp(-a) + exp(-b) + exp(-a-b)), the largest term taken out. */
  private static double jointLogit(double a, double b) {
    double max = Math.max(Math.max(-a, -b), -a - b);
    return -(max + Math.log(Math.exp(-a - max) + Math.exp(-b - max) + Math.exp(-a - b - max)));
  }

  @Test
  void theReferenceIsTheLogitOfTheProduct() {
    double p = sigmoid(0.7) * sigmoid(-1.3);
    double expected = Math.log(p / (1 - p));
    assertThat(jointLogit(0.7, -1.3)).isCloseTo(expected, within(1e-12));
  }

  private static void shapes(TaskGraph task, int units, long... output) {
    assertThat(task.logits().shape().asArray()).containsExactly(-1, units);
    assertThat(task.prediction().shape().asArray()).containsExactly(-1, units);
    assertThat(task.outputs())
        .allSatisfy(o -> assertThat(o.shape().asArray()).containsExactly(output));
  }

  private static double[] sigmoids(Probe probe) {
    return Arrays.stream(probe.of("x").doubles()).map(HeadsTest::sigmoid).toArray();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Probe probe(int units) {
    return new Probe(true)
        .with("x", Values.normal(1, 4, units))
        .with("t.label", Values.filled(Shape.of(4, units), i -> i % 2))
        .with("click.label", Values.filled(Shape.of(4, 1), i -> i % 2))
        .with("click.weights", Values.filled(Shape.of(4), i -> 1))
        .with("t.weights", Values.filled(Shape.of(4), i -> i));
  }
}
