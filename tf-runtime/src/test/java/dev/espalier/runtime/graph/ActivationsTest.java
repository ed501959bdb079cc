package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.espalier.runtime.model.GraphBuilder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class ActivationsTest {
  /** An activation of single elements, its formula, and where the formula has kinks. */
  private record Case(
      BiFunction<GraphBuilder, Operand<TFloat32>, Operand<TFloat32>> function,
      DoubleUnaryOperator formula,
      double... kinks) {}

  private static final Map<String, Case> CASES =
      Map.ofEntries(
          Map.entry("relu", new Case(Activations::relu, x -> x > 0 ? x : 0, 0)),
          Map.entry("relu6", new Case(Activations::relu6, x -> x < 0 ? 0 : x > 6 ? 6 : x, 0, 6)),
          Map.entry("elu", new Case(Activations::elu, x -> x > 0 ? x : Math.expm1(x))),
          Map.entry("selu", new Case(Activations::selu, ActivationsTest::selu, 0)),
          Map.entry("gelu", new Case(Activations::gelu, x -> x * (1 + erf(x / Math.sqrt(2))) / 2)),
          Map.entry("silu", new Case(Activations::silu, x -> x * sigmoid(x))),
          Map.entry("mish", new Case(Activations::mish, x -> x * Math.tanh(softplus(x)))),
          Map.entry("sigmoid", new Case(Activations::sigmoid, ActivationsTest::sigmoid)),
          Map.entry(
              "hardSigmoid", new Case(Activations::hardSigmoid, ActivationsTest::hard, -3, 3)),
          Map.entry("hardSwish", new Case(Activations::hardSwish, x -> x * hard(x), -3, 3)),
          Map.entry("tanh", new Case(Activations::tanh, Math::tanh)),
          Map.entry("softplus", new Case(Activations::softplus, ActivationsTest::softplus)),
          Map.entry("softsign", new Case(Activations::softsign, x -> x / (1 + Math.abs(x)))),
          Map.entry(
              "leakyRelu",
              new Case((g, x) -> Activations.leakyRelu(g, x, 0.1), x -> x > 0 ? x : 0.1 * x, 0)),
          Map.entry(
              "pRelu",
              new Case((g, x) -> Activations.pRelu(g, "p", x), x -> x > 0 ? x : 0.25 * x, 0)));

  /**
   * Every public function but softmax, which is none of single elements: one without a case fails.
   */
  static Stream<String> names() {
    return Arrays.stream(Activations.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .filter(name -> !name.equals("softmax"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isItsFormulaAndSoIsItsGradient(String name) {
    Case activation = caseOf(name);
    double[] points =
        Stream.iterate(-9.0, x -> x <= 9, x -> x + 0.25)
            .filter(x -> Arrays.stream(activation.kinks).noneMatch(kink -> kink == x))
            .mapToDouble(x -> x)
            .toArray();
    try (Probe probe = probe(points)) {
      Reference reference = in -> Arrays.stream(in.get("x")).map(activation.formula).toArray();
      reference.check(probe, activation.function.apply(probe, probe.input("x")), "x");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isFiniteAndRightFarOut(String name) {
    Case activation = caseOf(name);
    double[] points = {-1e4, -100, -89, -50, -1e-30, 0, 1e-30, 50, 89, 100, 1e4};
    try (Probe probe = probe(points)) {
      Operand<TFloat32> y = activation.function.apply(probe, probe.input("x"));
      double[] expected = Arrays.stream(points).map(activation.formula).toArray();
      Reference.assertClose("value", probe.run(y), expected);
      float[] gradient = probe.gradient(y, ones(points.length), "x");
      for (int i = 0; i < points.length; i++) {
        double h = 1e-3;
        double left = slope(activation.formula, points[i] - h, points[i]);
        double right = slope(activation.formula, points[i], points[i] + h);
        // At a kink any slope between those of both sides is one.
        assertThat((double) gradient[i])
            .as("gradient at %s", points[i])
            .isBetween(Math.min(left, right) - 1e-3, Math.max(left, right) + 1e-3);
      }
    }
  }

  @Test
  void pReluLearnsASlopeForEachUnit() {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.normal(1, 5, 3)).with("p.slope", Values.of(Shape.of(3), .25, 0, -.5));
      Reference reference =
          in -> {
            double[] y = in.get("x").clone();
            for (int i = 0; i < y.length; i++) {
              y[i] *= y[i] > 0 ? 1 : in.get("p.slope")[i % 3];
            }
            return y;
          };
      reference.check(probe, Activations.pRelu(probe, "p", probe.input("x")), "x", "p.slope");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 1, 1.5})
  void leakyReluTakesAnySlope(double alpha) {
    try (Probe probe = probe(-2, -0.5, 0.5, 2)) {
      Reference reference =
          in -> Arrays.stream(in.get("x")).map(x -> x > 0 ? x : alpha * x).toArray();
      reference.check(probe, Activations.leakyRelu(probe, probe.input("x"), alpha), "x");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void softmaxLooksAlongTheLastAxis(int rank) {
    Values x = rank == 2 ? Values.normal(3, 6, 4) : Values.normal(3, 3, 2, 4);
    try (Probe probe = new Probe(true).with("x", x)) {
      Reference reference = in -> softmax(in.get("x"), 4);
      reference.check(probe, Activations.softmax(probe, probe.input("x")), "x");
    }
  }

  @Test
  void softmaxOfFarLogitsIsFinite() {
    try (Probe probe = new Probe(true).with("x", Values.of(Shape.of(1, 3), -1e4, 0, 1e4))) {
      Operand<TFloat32> y = Activations.softmax(probe, probe.input("x"));
      assertThat(probe.run(y)).containsExactly(0, 0, 1);
      Reference.assertClose(
          "gradient", probe.gradient(y, new float[] {1, 2, 3}, "x"), new double[3]);
    }
  }

  private static Case caseOf(String name) {
    assertThat(CASES).as("a new activation needs a case here").containsKey(name);
    return CASES.get(name);
  }

  private static Probe probe(double... points) {
    return new Probe(true)
        .with("x", Values.of(Shape.of(points.length, 1), points))
        .with("p.slope", Values.of(Shape.of(1), .25));
  }

  private static double slope(DoubleUnaryOperator formula, double from, double to) {
    return (formula.applyAsDouble(to) - formula.applyAsDouble(from)) / (to - from);
  }

  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double selu(double x) {
    double lambda = 1.0507009873554805;
    return lambda * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
  }

  private static double hard(double x) {
    return Math.min(Math.max(x / 6 + 0.5, 0), 1);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }

  static double[] softmax(double[] x, int n) {
    double[] y = new double[x.length];
    for (int row = 0; row < x.length; row += n) {
      double sum = 0;
      for (int i = row; i < row + n; i++) {
        sum += Math.exp(x[i]);
      }
      for (int i = row; i < row + n; i++) {
        y[i] = Math.exp(x[i]) / sum;
      }
    }
    return y;
  }

  /** Simpson's rule over exp(-t^2), which is 0 in double precision beyond 6. */
  private static double erf(double x) {
    double to = Math.min(Math.abs(x), 6);
    int n = 600;
    double h = to / n;
    double sum = 1 + Math.exp(-to * to);
    for (int i = 1; i < n; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-i * h * i * h);
    }
    return Math.signum(x) * sum * h / 3 * 2 / Math.sqrt(Math.PI);
  }

  @Test
  void theReferenceKnowsTheErrorFunction() {
    assertEquals(0.8427007929497149, erf(1), 1e-12);
    assertEquals(0.9999779095030014, erf(3), 1e-12);
  }
}
