package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class LossesTest {
  private static final int ROWS = LossCase.ROWS;

  @ParameterizedTest
  @EnumSource(LossCase.class)
  void isItsFormulaAndSoIsItsGradient(LossCase c) {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.normal(4, ROWS, c.units)).with("t.label", c.labelRows(false));
      reference(c, probe).check(probe, c.build(probe), "x");
    }
  }

  /** Without those whose differences say nothing there: of a square with a kink, of 10^13s. */
  @ParameterizedTest
  @EnumSource(
      value = LossCase.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CLASS_HINGE_SQUARED", "POISSON"})
  void isRightAtFarLogits(LossCase c) {
    try (Probe probe = new Probe(true)) {
      double[] far = {-100, 100, 30, -30, 100, 100, 0};
      Values x = Values.filled(Shape.of(ROWS, c.units), i -> far[(i * 3 + i / c.units) % 7]);
      probe.with("x", x).with("t.label", c.labelRows(false));
      reference(c, probe).check(probe, c.build(probe), "x");
    }
  }

  @ParameterizedTest
  @EnumSource(LossCase.class)
  void isFiniteWhereLabelsAreMissing(LossCase c) {
    try (Probe probe = new Probe(true)) {
      double[] far = {-100, 100, 0, 1e4, -1e4};
      probe
          .with("x", Values.filled(Shape.of(ROWS, c.units), i -> far[(i * 3 + i / c.units) % 5]))
          .with("t.label", c.labelRows(true));
      Operand<TFloat32> losses = c.build(probe);
      for (float loss : probe.run(losses)) {
        assertThat(loss).isFinite();
      }
      float[] upstream = new float[ROWS];
      Arrays.fill(upstream, 1);
      for (float d : probe.gradient(losses, upstream, "x")) {
        assertThat(d).isFinite();
      }
      // What weights of 0 make of that: nothing at all.
      for (float d : probe.gradient(losses, new float[ROWS], "x")) {
        assertThat(d).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LossCase.class)
  void hasOneLossARow(LossCase c) {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.normal(4, ROWS, c.units)).with("t.label", c.labelRows(false));
      assertThat(c.build(probe).shape().asArray()).containsExactly(-1);
    }
  }

  @Test
  void everyFactoryHasACase() {
    Set<String> factories =
        Stream.of(Losses.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(factories)
        .as("a new loss needs a case here")
        .containsExactlyInAnyOrder(
            "sigmoidCrossEntropy",
            "balancedSigmoidCrossEntropy",
            "softmaxCrossEntropy",
            "balancedSoftmaxCrossEntropy",
            "sigmoidFocal",
            "softmaxFocal",
            "squaredError",
            "absoluteError",
            "huber",
            "logCosh",
            "poisson",
            "sigmoidHinge",
            "softmaxHinge",
            "sigmoidDice",
            // These have several losses a row: VectorLossesTest, PositionLossesTest.
            "klDivergence",
            "cosineDistance",
            "softmaxDice");
  }

  @Test
  void aRegressionToSeveralValuesHasALossForEach() {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.normal(1, ROWS, 2)).with("t.label", Values.normal(2, ROWS, 2));
      double[] label = probe.of("t.label").doubles();
      Operand<TFloat32> squared =
          Losses.squaredError().of(probe, "t", probe.input("x"), probe.label("t"));
      assertThat(squared.shape().asArray()).containsExactly(-1, 2);
      Reference reference =
          in -> {
            double[] y = in.get("x").clone();
            Arrays.setAll(y, i -> (y[i] - label[i]) * (y[i] - label[i]));
            return y;
          };
      reference.check(probe, squared, "x");
      for (Loss loss : new Loss[] {Losses.absoluteError(), Losses.huber(1)}) {
        assertThat(loss.of(probe, "t", probe.input("x"), probe.label("t")).shape().asArray())
            .containsExactly(-1, 2);
      }
    }
  }

  @Test
  void smallLossesKeepTheirDigits() {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.of(Shape.of(2, 1), 20, -20));
      probe.with("t.label", Values.of(Shape.of(2, 1), 1, 0));
      Operand<TFloat32> losses =
          Losses.sigmoidCrossEntropy(0).of(probe, "t", probe.input("x"), probe.label("t"));
      for (float loss : probe.run(losses)) {
        assertThat((double) loss).isCloseTo(Math.exp(-20), within(1e-5 * Math.exp(-20)));
      }
    }
  }

  @Test
  void absoluteErrorStandsStillAtTheLabel() {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.of(Shape.of(1, 1), 3)).with("t.label", Values.of(Shape.of(1, 1), 3));
      Operand<TFloat32> losses =
          Losses.absoluteError().of(probe, "t", probe.input("x"), probe.label("t"));
      assertThat(probe.gradient(losses, new float[] {1}, "x")).containsExactly(0);
    }
  }

  /** Apart, for its far losses are so great that differences of a sum show no other. */
  @ParameterizedTest
  @ValueSource(doubles = {-100, -20, 5, 29, 31, 100})
  void poissonGoesOnAsALine(double logit) {
    try (Probe probe = new Probe(true)) {
      probe
          .with("x", Values.of(Shape.of(1, 1), logit))
          .with("t.label", Values.of(Shape.of(1, 1), 3));
      reference(LossCase.POISSON, probe, 1).check(probe, LossCase.POISSON.build(probe), "x");
    }
  }

  @Test
  void settingsOutsideTheirRangeAreSaidSo() {
    assertThatThrownBy(() -> Losses.sigmoidCrossEntropy(1))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Smoothing must be at least 0 and below 1; found 1.0");
    assertThatThrownBy(() -> Losses.balancedSoftmaxCrossEntropy(-0.1))
        .isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> Losses.softmaxCrossEntropy(0, 1, Double.NaN))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Class weights");
    assertThatThrownBy(() -> Losses.softmaxFocal(-1))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("gamma");
    assertThatThrownBy(() -> Losses.huber(0))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("delta");
    assertThatThrownBy(() -> Losses.sigmoidDice(-1))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("smooth must be at least 0; found -1.0");
  }

  @Test
  void asManyClassWeightsAsClasses() {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.normal(1, 2, 3)).with("t.label", Values.normal(1, 2, 3));
      for (Loss loss :
          new Loss[] {Losses.softmaxCrossEntropy(0, 1, 2), Losses.sigmoidCrossEntropy(0, 1, 2)}) {
        assertThatThrownBy(() -> loss.of(probe, "t", probe.input("x"), probe.label("t")))
            .isInstanceOf(EspalierException.class)
            .hasMessageContaining("The task t needs 3 class weights; found [1.0, 2.0]");
      }
    }
  }

  private static Reference reference(LossCase c, Probe probe) {
    return reference(c, probe, ROWS);
  }

  private static Reference reference(LossCase c, Probe probe, int rows) {
    double[] label = probe.of("t.label").doubles();
    return in -> {
      double[] losses = new double[rows];
      for (int row = 0; row < rows; row++) {
        int from = row * c.units;
        losses[row] =
            c.row.of(
                Arrays.copyOfRange(in.get("x"), from, from + c.units),
                Arrays.copyOfRange(label, from, from + c.units));
      }
      return losses;
    };
  }
}
