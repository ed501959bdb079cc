package dev.espalier.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.optimize.References.Reference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

class OptimizerTest {
  private static final int STEPS = 100;
  private static final int WEIGHTS = 8;

  /** Every factory with settings, and what it is held to. */
  private enum Case {
    ADAM(Optimizer.adam(1e-2), () -> References.adam(0.9, 0.999, 1e-7)),
    ADAM_SET(Optimizer.adam(1e-2, 0.5, 0.8, 1e-3), () -> References.adam(0.5, 0.8, 1e-3)),
    LAZY(Optimizer.lazyAdam(1e-2), () -> References.lazyAdam(0.9, 0.999, 1e-7)),
    LAZY_SET(Optimizer.lazyAdam(1e-2, 0.5, 0.8, 1e-3), () -> References.lazyAdam(0.5, 0.8, 1e-3)),
    ADAMW(Optimizer.adamW(1e-2, 0.1), () -> References.adamW(0.1, 0.9, 0.999, 1e-7)),
    ADAMW_SET(
        Optimizer.adamW(1e-2, 0.3, 0.5, 0.8, 1e-3), () -> References.adamW(0.3, 0.5, 0.8, 1e-3)),
    SGD(Optimizer.sgd(1e-2), () -> References.sgd(0, false)),
    MOMENTUM(Optimizer.sgd(1e-2, 0.9, false), () -> References.sgd(0.9, false)),
    NESTEROV(Optimizer.sgd(1e-2, 0.9, true), () -> References.sgd(0.9, true)),
    RMS_PROP(Optimizer.rmsProp(1e-2), () -> References.rmsProp(0.9, 0, 1e-7)),
    RMS_PROP_SET(Optimizer.rmsProp(1e-2, 0.7, 0.5, 1e-2), () -> References.rmsProp(0.7, 0.5, 1e-2)),
    ADAGRAD(Optimizer.adagrad(1e-2), () -> References.adagrad(0.1, 1e-7)),
    ADAGRAD_SET(Optimizer.adagrad(1e-2, 0.5, 1e-1), () -> References.adagrad(0.5, 1e-1)),
    ADADELTA(Optimizer.adadelta(1e-2), () -> References.adadelta(0.95, 1e-6)),
    ADADELTA_SET(Optimizer.adadelta(1e-2, 0.7, 1e-3), () -> References.adadelta(0.7, 1e-3)),
    ADAMAX(Optimizer.adamax(1e-2), () -> References.adamax(0.9, 0.999, 1e-7)),
    ADAMAX_SET(Optimizer.adamax(1e-2, 0.5, 0.8, 1e-3), () -> References.adamax(0.5, 0.8, 1e-3)),
    NADAM(Optimizer.nadam(1e-2), () -> References.nadam(0.9, 0.999, 1e-7)),
    NADAM_SET(Optimizer.nadam(1e-2, 0.5, 0.8, 1e-3), () -> References.nadam(0.5, 0.8, 1e-3)),
    FTRL(Optimizer.ftrl(1e-2), () -> References.ftrl(0, 0, 0.1, 0, 0.5)),
    FTRL_PENALTIES(Optimizer.ftrl(1e-2, 3, 2), () -> References.ftrl(3, 2, 0.1, 0, 0.5)),
    FTRL_SET(Optimizer.ftrl(1e-2, 1, 0, 0, 1, 0.25), () -> References.ftrl(1, 0, 0, 1, 0.25)),
    LAMB(Optimizer.lamb(1e-2, 0.1), () -> References.lamb(0.1, 0.9, 0.999, 1e-6)),
    LAMB_SET(Optimizer.lamb(1e-2, 0, 0.5, 0.8, 1e-3), () -> References.lamb(0, 0.5, 0.8, 1e-3)),
    LION(Optimizer.lion(1e-2, 0.1), () -> References.lion(0.1, 0.9, 0.99)),
    LION_SET(Optimizer.lion(1e-2, 0, 0.5, 0.8), () -> References.lion(0, 0.5, 0.8));

    final Optimizer optimizer;
    final Supplier<Reference> reference;

    Case(Optimizer optimizer, Supplier<Reference> reference) {
      this.optimizer = optimizer;
      this.reference = reference;
    }
  }

  /** A rate that changes from step to step: the graph is built once. */
  private static final DoubleBinaryOperator FALLING = (rate, step) -> rate / Math.sqrt(step);

  private static final DoubleBinaryOperator CONSTANT = (rate, step) -> rate;

  @ParameterizedTest
  @EnumSource(Case.class)
  void takesItsStepsFromFedRates(Case c) {
    assertSteps(c.optimizer, c.reference.get(), true, 1, FALLING);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void takesItsStepsAtAConstantRate(Case c) {
    assertSteps(c.optimizer, c.reference.get(), true, 1, CONSTANT);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aRateScaleIsAFactorOfTheLearningRate(Case c) {
    assertSteps(c.optimizer, c.reference.get(), true, 0.25, CONSTANT);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void penaltiesAndRatiosAreForParametersThatDecay(Case c) {
    assertSteps(c.optimizer, c.reference.get(), false, 1, CONSTANT);
  }

  /** What looks at a whole parameter looks at each of those that share a variable. */
  @ParameterizedTest
  @EnumSource(Case.class)
  void tablesThatAreStackedAreParametersOfTheirOwn(Case c) {
    Reference reference = References.stacked(c.reference, 3, 1, 4);
    try (OneParameter parameter =
        new OneParameter(c.optimizer, weights(), true, 1, List.of(3, 1, 4))) {
      assertSteps(parameter, reference, true, 1, CONSTANT);
    }
  }

  /** Nothing moves, and nothing that is kept is spoilt: it goes on as if it had not been. */
  @ParameterizedTest
  @EnumSource(Case.class)
  void aRateOfNothingIsNoStep(Case c) {
    try (OneParameter parameter = new OneParameter(c.optimizer, weights(), true, 1)) {
      float[] before = parameter.value();
      for (int step = 1; step <= 3; step++) {
        parameter.step(gradient(step), step, 0);
        // Momentum that has the rate in it, as that of RMSProp, has none yet.
        assertThat(parameter.value()).containsExactly(before);
      }
      parameter.step(gradient(4), 4, 1e-2);
      for (float value : parameter.value()) {
        assertThat(value).isFinite();
      }
      assertThat(parameter.value()).isNotEqualTo(before);
    }
  }

  /** Without penalties, and from its usual start, it is Adagrad. */
  @Test
  void ftrlWithoutPenaltiesIsAdagrad() {
    assertSteps(Optimizer.ftrl(1e-2), References.adagrad(0.1, 0), true, 1, FALLING);
  }

  /** From weights of 0, at a constant rate, TensorFlow's own operation does the same. */
  @Test
  void ftrlFromNothingIsTheOperation() {
    Optimizer ours = Optimizer.ftrl(1e-2, 2, 0.5, 0.1, 0, 0.5);
    try (OneParameter found = new OneParameter(ours, new float[WEIGHTS], true, 1);
        OneParameter operation =
            new OneParameter(new FtrlOperation(2, 0.5), new float[WEIGHTS], true, 1)) {
      boolean someAreHeld = false;
      boolean someMove = false;
      for (int step = 1; step <= STEPS; step++) {
        found.step(gradient(step), step, 1e-2);
        operation.step(gradient(step), step, 1e-2);
        for (int i = 0; i < WEIGHTS; i++) {
          assertThat((double) found.value()[i]).isCloseTo(operation.value()[i], within(1e-7));
          assertThat(found.value()[i] == 0).isEqualTo(operation.value()[i] == 0);
          someAreHeld |= i > 1 && found.value()[i] == 0;
          someMove |= found.value()[i] != 0;
        }
      }
      assertThat(someAreHeld).isTrue();
      assertThat(someMove).isTrue();
    }
  }

  /** TensorFlow's FTRL, whose sum of gradients starts at 0. */
  private record FtrlOperation(float l1, float l2) implements Optimizer {
    FtrlOperation(double l1, double l2) {
      this((float) l1, (float) l2);
    }

    @Override
    public String name() {
      return "operation";
    }

    @Override
    public double learningRate() {
      return 1e-2;
    }

    @Override
    public List<Slot> slots() {
      return List.of(new Slot("squares", 0.1f), new Slot("sums", 0));
    }

    @Override
    public double[] rates(long step, double rate) {
      return new double[] {rate};
    }

    @Override
    public Op apply(Ops tf, ParameterUpdate update) {
      return tf.train.resourceApplyFtrl(
          update.variable(),
          update.slots().get(0),
          update.slots().get(1),
          update.gradient(),
          update.rates().get(0),
          tf.constant(l1),
          tf.constant(l2),
          tf.constant(0f),
          tf.constant(-0.5f));
    }
  }

  /** By the algorithm's own symmetry, and so without any error that a reference could share. */
  @Test
  void adamMovesByItsRateUnderAConstantGradient() {
    Optimizer adam = Optimizer.adam(1e-2);
    try (OneParameter parameter = new OneParameter(adam, new float[1], true, 1)) {
      for (int step = 1; step <= STEPS; step++) {
        parameter.step(new float[] {-3}, step, 1e-2);
        assertThat((double) parameter.value()[0]).isCloseTo(step * 1e-2, within(step * 5e-8));
      }
    }
  }

  @Test
  void decayLeavesParametersAloneThatDoNotDecay() {
    assertThat(run(Optimizer.adamW(1e-2, 0.5), false))
        .containsExactly(run(Optimizer.adam(1e-2), true));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void equalStepsGiveEqualBits(Case c) {
    assertThat(run(c.optimizer, true)).containsExactly(run(c.optimizer, true));
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
  void everyFactoryHasACaseAndAReference() {
    Map<String, Long> factories =
        Stream.of(Optimizer.class.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .collect(Collectors.groupingBy(Method::getName, Collectors.counting()));
    assertThat(factories)
        .as("a new optimizer needs cases here")
        .isEqualTo(
            Map.ofEntries(
                Map.entry("adam", 2L),
                Map.entry("lazyAdam", 2L),
                Map.entry("adamW", 2L),
                Map.entry("sgd", 2L),
                Map.entry("rmsProp", 2L),
                Map.entry("adagrad", 2L),
                Map.entry("adadelta", 2L),
                Map.entry("adamax", 2L),
                Map.entry("nadam", 2L),
                Map.entry("ftrl", 3L),
                Map.entry("lamb", 2L),
                Map.entry("lion", 2L)));
    assertThat(Stream.of(Case.values()).map(c -> c.optimizer.name()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            factories.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    assertThat(Stream.of(References.class.getDeclaredMethods()).map(Method::getName))
        .as("a new optimizer needs a reference")
        .containsAll(factories.keySet());
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
        () -> Optimizer.adagrad(rate),
        () -> Optimizer.adadelta(rate),
        () -> Optimizer.adamax(rate),
        () -> Optimizer.nadam(rate),
        () -> Optimizer.ftrl(rate),
        () -> Optimizer.lamb(rate, 0),
        () -> Optimizer.lion(rate, 0));
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
    assertRefused(() -> Optimizer.adadelta(1, decay, 1), "rho");
    assertRefused(() -> Optimizer.adamax(1, decay, 0.9, 1), "beta1");
    assertRefused(() -> Optimizer.adamax(1, 0.9, decay, 1), "beta2");
    assertRefused(() -> Optimizer.nadam(1, decay, 0.9, 1), "beta1");
    assertRefused(() -> Optimizer.nadam(1, 0.9, decay, 1), "beta2");
    assertRefused(() -> Optimizer.lamb(1, 0, decay, 0.9, 1), "beta1");
    assertRefused(() -> Optimizer.lamb(1, 0, 0.9, decay, 1), "beta2");
    assertRefused(() -> Optimizer.lion(1, 0, decay, 0.9), "beta1");
    assertRefused(() -> Optimizer.lion(1, 0, 0.9, decay), "beta2");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "NaN"})
  void epsilonIsAboveZero(double epsilon) {
    assertRefused(() -> Optimizer.adam(1, 0.9, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.adamW(1, 0, 0.9, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.rmsProp(1, 0.9, 0, epsilon), "epsilon");
    assertRefused(() -> Optimizer.adagrad(1, 0.1, epsilon), "epsilon");
    assertRefused(() -> Optimizer.adadelta(1, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.adamax(1, 0.9, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.nadam(1, 0.9, 0.9, epsilon), "epsilon");
    assertRefused(() -> Optimizer.lamb(1, 0, 0.9, 0.9, epsilon), "epsilon");
  }

  @Test
  void otherSettingsHaveRangesToo() {
    assertRefused(() -> Optimizer.adamW(1, -0.1), "weight decay");
    assertRefused(() -> Optimizer.adagrad(1, -0.1, 1), "initial accumulator");
    assertRefused(() -> Optimizer.lamb(1, -0.1), "weight decay");
    assertRefused(() -> Optimizer.lion(1, -0.1), "weight decay");
    assertRefused(() -> Optimizer.ftrl(1, -0.1, 0), "l1");
    assertRefused(() -> Optimizer.ftrl(1, 0, -0.1), "l2");
    assertRefused(() -> Optimizer.ftrl(1, 0, 0, -0.1, 0, 0.5), "initial accumulator");
    assertRefused(() -> Optimizer.ftrl(1, 0, 0, 0, -0.1, 0.5), "beta");
    assertRefused(() -> Optimizer.ftrl(1, 0, 0, 0, 0, -0.1), "power");
    assertThatThrownBy(() -> Optimizer.sgd(1, 0, true))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Nesterov");
  }

  private static void assertRefused(Supplier<Optimizer> factory, String setting) {
    assertThatThrownBy(factory::get)
        .isInstanceOf(EspalierException.class)
        .hasMessageStartingWith("The optimizer's " + setting + " must be ");
  }

  private static float[] run(Optimizer optimizer, boolean decays) {
    try (OneParameter parameter = new OneParameter(optimizer, weights(), decays, 1)) {
      for (int step = 1; step <= STEPS; step++) {
        parameter.step(gradient(step), step, 1e-2);
      }
      return parameter.value();
    }
  }

  private static void assertSteps(
      Optimizer optimizer,
      Reference reference,
      boolean decays,
      double scale,
      DoubleBinaryOperator schedule) {
    try (OneParameter parameter = new OneParameter(optimizer, weights(), decays, scale)) {
      assertSteps(parameter, reference, decays, scale, schedule);
    }
  }

  /**
   * Both run freely, in single and in double precision, from the same start along the same
   * gradients; after each step they differ by a millionth of the parameter's norm at most.
   */
  private static void assertSteps(
      OneParameter parameter,
      Reference reference,
      boolean decays,
      double scale,
      DoubleBinaryOperator schedule) {
    double[] expected = doubles(weights());
    for (int step = 1; step <= STEPS; step++) {
      double rate = schedule.applyAsDouble(1e-2, step);
      parameter.step(gradient(step), step, rate);
      expected = reference.step(expected, doubles(gradient(step)), rate * scale, decays);
      assertThat(error(expected, parameter.value())).as("step %d", step).isLessThan(1e-6);
    }
  }

  /** The norm of what differs, over the norm. */
  private static double error(double[] expected, float[] found) {
    double[] difference = new double[expected.length];
    Arrays.setAll(difference, i -> found[i] - expected[i]);
    return References.norm(difference) / References.norm(expected);
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return wide;
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
}
