package dev.espalier.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
  private static final int STEPS = 100;
  private static final int WEIGHTS = 8;

  /** The value of a weight after a step, for its value before and its gradient; keeps slots. */
  @FunctionalInterface
  private interface Rule {
    double step(double weight, double gradient, double rate);
  }

  /** Every factory with settings, and the rule for one weight that decays. */
  private enum Case {
    ADAM(Optimizer.adam(1e-2), () -> adam(0.9, 0.999, 1e-7, 0)),
    ADAM_SET(Optimizer.adam(1e-2, 0.5, 0.8, 1e-3), () -> adam(0.5, 0.8, 1e-3, 0)),
    LAZY(Optimizer.lazyAdam(1e-2), () -> adam(0.9, 0.999, 1e-7, 0)),
    LAZY_SET(Optimizer.lazyAdam(1e-2, 0.5, 0.8, 1e-3), () -> adam(0.5, 0.8, 1e-3, 0)),
    ADAMW(Optimizer.adamW(1e-2, 0.1), () -> adam(0.9, 0.999, 1e-7, 0.1)),
    ADAMW_SET(Optimizer.adamW(1e-2, 0.3, 0.5, 0.8, 1e-3), () -> adam(0.5, 0.8, 1e-3, 0.3)),
    SGD(Optimizer.sgd(1e-2), () -> (w, g, rate) -> w - rate * g),
    MOMENTUM(Optimizer.sgd(1e-2, 0.9, false), () -> momentum(0.9, false)),
    NESTEROV(Optimizer.sgd(1e-2, 0.9, true), () -> momentum(0.9, true)),
    RMS_PROP(Optimizer.rmsProp(1e-2), () -> rmsProp(0.9, 0, 1e-7)),
    RMS_PROP_SET(Optimizer.rmsProp(1e-2, 0.7, 0.5, 1e-2), () -> rmsProp(0.7, 0.5, 1e-2)),
    ADAGRAD(Optimizer.adagrad(1e-2), () -> adagrad(0.1, 1e-7)),
    ADAGRAD_SET(Optimizer.adagrad(1e-2, 0.5, 1e-1), () -> adagrad(0.5, 1e-1));

    final Optimizer optimizer;
    final Supplier<Rule> rule;

    Case(Optimizer optimizer, Supplier<Rule> rule) {
      this.optimizer = optimizer;
      this.rule = rule;
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void takesItsStepsFromFedRates(Case c) {
    // A rate that changes from step to step: the graph is built once.
    DoubleBinaryOperator schedule = (rate, step) -> rate / Math.sqrt(step);
    float[] actual = run(c.optimizer, true, 1, schedule);
    double[] expected = expected(c.rule, 1, schedule);
    for (int i = 0; i < WEIGHTS; i++) {
      assertThat((double) actual[i]).as("weight %d", i).isCloseTo(expected[i], within(2e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aRateScaleIsAFactorOfTheLearningRate(Case c) {
    float[] actual = run(c.optimizer, true, 0.25, (rate, step) -> rate);
    double[] expected = expected(c.rule, 0.25, (rate, step) -> rate);
    for (int i = 0; i < WEIGHTS; i++) {
      assertThat((double) actual[i]).as("weight %d", i).isCloseTo(expected[i], within(2e-6));
    }
  }

  /** By the algorithm's own symmetry, and so without any error that a reference could share. */
  @Test
  void adamMovesByItsRateUnderAConstantGradient() {
    Optimizer adam = Optimizer.adam(1e-2);
    try (OneParameter parameter = new OneParameter(adam, new float[1], true, 1)) {
      for (int step = 1; step <= STEPS; step++) {
        parameter.step(new float[] {-3}, adam.rates(step, 1e-2));
        assertThat((double) parameter.value()[0]).isCloseTo(step * 1e-2, within(step * 5e-8));
      }
    }
  }

  @Test
  void decayLeavesParametersAloneThatDoNotDecay() {
    assertThat(run(Optimizer.adamW(1e-2, 0.5), false, 1, (rate, step) -> rate))
        .containsExactly(run(Optimizer.adam(1e-2), true, 1, (rate, step) -> rate));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void equalStepsGiveEqualBits(Case c) {
    assertThat(run(c.optimizer, true, 1, (rate, step) -> rate))
        .containsExactly(run(c.optimizer, true, 1, (rate, step) -> rate));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void ratesAreProportionalToTheLearningRate(Case c) {
    for (long step : new long[] {1, 2, 10, 1000, 100_000_000}) {
      double[] once = c.optimizer.rates(step, 1e-3);
      double[] twice = c.optimizer.rates(step, 2e-3);
      assertThat(once).hasSameSizeAs(c.optimizer.rates(1, 1));
      for (int i = 0; i < once.length; i++) {
        assertThat(once[i]).isFinite().isPositive();
        assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-15));
      }
    }
  }

  @Test
  void everyFactoryHasACase() {
    Map<String, Long> factories =
        Stream.of(Optimizer.class.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .collect(Collectors.groupingBy(Method::getName, Collectors.counting()));
    assertThat(factories)
        .as("a new optimizer needs a case here")
        .isEqualTo(
            Map.of(
                "adam", 2L, "lazyAdam", 2L, "adamW", 2L, "sgd", 2L, "rmsProp", 2L, "adagrad", 2L));
    assertThat(Stream.of(Case.values()).map(c -> c.optimizer.name()).distinct())
        .containsExactly("adam", "lazyadam", "adamw", "sgd", "rmsprop", "adagrad");
  }

  @Test
  void slotsStartAsSaid() {
    assertThat(Optimizer.sgd(1).slots()).isEmpty();
    assertThat(Optimizer.sgd(1, 0.9, false).slots())
        .containsExactly(new Optimizer.Slot("momentum", 0));
    assertThat(Optimizer.adam(1).slots())
        .containsExactly(new Optimizer.Slot("m", 0), new Optimizer.Slot("v", 0));
    assertThat(Optimizer.adagrad(1, 0.5, 1).slots())
        .containsExactly(new Optimizer.Slot("squares", 0.5f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-60})
  void aLearningRateIsAboveZero(double rate) {
    for (Supplier<Optimizer> factory : factories(rate)) {
      assertThatThrownBy(factory::get)
          .isInstanceOf(EspalierException.class)
          .hasMessage("The optimizer's learning rate must be above 0; found " + rate + ".");
    }
  }

  private static List<Supplier<Optimizer>> factories(double rate) {
    return List.of(
        () -> Optimizer.adam(rate),
        () -> Optimizer.lazyAdam(rate),
        () -> Optimizer.adamW(rate, 0.1),
        () -> Optimizer.sgd(rate),
        () -> Optimizer.sgd(rate, 0.9, true),
        () -> Optimizer.rmsProp(rate),
        () -> Optimizer.adagrad(rate));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, 0.99999999999, Double.NaN})
  void decaysAreBelowOne(double decay) {
    assertRefused(() -> Optimizer.adam(1, decay, 0.9, 1), "beta1");
    assertRefused(() -> Optimizer.adam(1, 0.9, decay, 1), "beta2");
    assertRefused(() -> Optimizer.adamW(1, 0, decay, 0.9, 1), "beta1");
    assertRefused(() -> Optimizer.sgd(1, decay, false), "momentum");
    assertRefused(() -> Optimizer.rmsProp(1, decay, 0, 1), "rho");
    assertRefused(() -> Optimizer.rmsProp(1, 0.9, decay, 1), "momentum");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "NaN"})
  void epsilonIsAboveZero(double epsilon) {
    assertRefused(() -> Optimizer.adam(1, 0.9, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.adamW(1, 0, 0.9, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.rmsProp(1, 0.9, 0, epsilon), "epsilon");
    assertRefused(() -> Optimizer.adagrad(1, 0.1, epsilon), "epsilon");
  }

  @Test
  void otherSettingsHaveRangesToo() {
    assertRefused(() -> Optimizer.adamW(1, -0.1), "weight decay");
    assertRefused(() -> Optimizer.adagrad(1, -0.1, 1), "initial accumulator");
    assertThatThrownBy(() -> Optimizer.sgd(1, 0, true))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Nesterov");
  }

  private static void assertRefused(Supplier<Optimizer> factory, String setting) {
    assertThatThrownBy(factory::get)
        .isInstanceOf(EspalierException.class)
        .hasMessageStartingWith("The optimizer's " + setting + " must be ");
  }

  private static float[] run(
      Optimizer optimizer, boolean decays, double scale, DoubleBinaryOperator schedule) {
    try (OneParameter parameter = new OneParameter(optimizer, weights(), decays, scale)) {
      for (int step = 1; step <= STEPS; step++) {
        double rate = schedule.applyAsDouble(optimizer.learningRate(), step);
        parameter.step(gradient(step), optimizer.rates(step, rate));
      }
      return parameter.value();
    }
  }

  private static double[] expected(
      Supplier<Rule> rule, double scale, DoubleBinaryOperator schedule) {
    Rule[] rules = new Rule[WEIGHTS];
    Arrays.setAll(rules, i -> rule.get());
    double[] w = new double[WEIGHTS];
    Arrays.setAll(w, i -> weights()[i]);
    for (int step = 1; step <= STEPS; step++) {
      float[] gradient = gradient(step);
      double rate = schedule.applyAsDouble(1e-2, step) * scale;
      for (int i = 0; i < WEIGHTS; i++) {
        w[i] = rules[i].step(w[i], gradient[i], rate);
      }
    }
    return w;
  }

  private static float[] weights() {
    float[] weights = new float[WEIGHTS];
    for (int i = 0; i < WEIGHTS; i++) {
      weights[i] = (i - 3) * 0.3f;
    }
    return weights;
  }

  /** Gradients of many sizes, some of them 0 in all steps and some seldom another. */
  private static float[] gradient(int step) {
    Random random = new Random(step);
    float[] gradient = new float[WEIGHTS];
    for (int i = 1; i < WEIGHTS; i++) {
      double size = Math.pow(10, i / 2.0 - 3);
      gradient[i] = i == 1 && step % 10 != 1 ? 0 : (float) (random.nextGaussian() * size);
    }
    return gradient;
  }

  private static Rule adam(double beta1, double beta2, double epsilon, double decay) {
    return new Rule() {
      private double m;
      private double v;
      private int t;

      @Override
      public double step(double w, double g, double rate) {
        t++;
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        double corrected = rate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
        return w - corrected * m / (Math.sqrt(v) + epsilon) - rate * decay * w;
      }
    };
  }

  private static Rule momentum(double momentum, boolean nesterov) {
    double[] v = {0};
    return (w, g, rate) -> {
      v[0] = momentum * v[0] + g;
      return w - rate * (nesterov ? g + momentum * v[0] : v[0]);
    };
  }

  private static Rule rmsProp(double rho, double momentum, double epsilon) {
    double[] s = {0};
    double[] v = {0};
    return (w, g, rate) -> {
      s[0] = rho * s[0] + (1 - rho) * g * g;
      v[0] = momentum * v[0] + rate * g / Math.sqrt(s[0] + epsilon);
      return w - v[0];
    };
  }

  private static Rule adagrad(double initial, double epsilon) {
    double[] s = {initial};
    return (w, g, rate) -> {
      s[0] += g * g;
      return w - rate * g / (Math.sqrt(s[0]) + epsilon);
    };
  }
}
