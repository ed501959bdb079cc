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
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class LossesTest {
  private static final int ROWS = 6;
  private static final double[] CLASS_WEIGHTS = {0.5, 2, 3};
  private static final double[] BALANCE = {0.75, 1.5, 4};
  private static final double[] LABEL_BALANCE = {0.6, 1, 1, 3, 2, 5};

  /** The loss of a row: its logits and its label. */
  @FunctionalInterface
  private interface Row {
    double of(double[] logits, double[] label);
  }

  /** How labels of a loss look. */
  private enum Label {
    LABELS,
    CLASS,
    VALUES
  }

  /** Every factory, with settings, and what it should be. */
  private enum Case {
    BINARY(1, Label.LABELS, Losses.sigmoidCrossEntropy(0), labels(sigmoid(0), factor())),
    BINARY_SMOOTH(1, Label.LABELS, Losses.sigmoidCrossEntropy(0.1), labels(sigmoid(.1), factor())),
    BINARY_WEIGHTED(
        1,
        Label.LABELS,
        Losses.sigmoidCrossEntropy(0.1, 0.5, 2),
        labels(sigmoid(.1), (j, z) -> z == 1 ? 2 : 0.5)),
    LABELS(3, Label.LABELS, Losses.sigmoidCrossEntropy(0.1), labels(sigmoid(.1), factor())),
    LABELS_WEIGHTED(
        3,
        Label.LABELS,
        Losses.sigmoidCrossEntropy(0, CLASS_WEIGHTS),
        labels(sigmoid(0), (j, z) -> z == 1 ? CLASS_WEIGHTS[j] : 1)),
    LABELS_BALANCED(
        3,
        Label.LABELS,
        Losses.balancedSigmoidCrossEntropy(0.1),
        labels(sigmoid(.1), (j, z) -> LABEL_BALANCE[z == 1 ? 3 + j : j])),
    CLASSES(3, Label.CLASS, Losses.softmaxCrossEntropy(0), classes(0)),
    CLASSES_SMOOTH(3, Label.CLASS, Losses.softmaxCrossEntropy(0.2), classes(0.2)),
    CLASSES_WEIGHTED(
        3,
        Label.CLASS,
        Losses.softmaxCrossEntropy(0.2, CLASS_WEIGHTS),
        weighted(classes(0.2), CLASS_WEIGHTS)),
    CLASSES_BALANCED(
        3, Label.CLASS, Losses.balancedSoftmaxCrossEntropy(0), weighted(classes(0), BALANCE)),
    SIGMOID_FOCAL(3, Label.LABELS, Losses.sigmoidFocal(2), labels(focal(2), factor())),
    SIGMOID_FOCAL_HALF(1, Label.LABELS, Losses.sigmoidFocal(.5), labels(focal(.5), factor())),
    SIGMOID_FOCAL_NONE(1, Label.LABELS, Losses.sigmoidFocal(0), labels(sigmoid(0), factor())),
    SOFTMAX_FOCAL(3, Label.CLASS, Losses.softmaxFocal(2), softmaxFocal(2)),
    SOFTMAX_FOCAL_HALF(3, Label.CLASS, Losses.softmaxFocal(.5), softmaxFocal(.5)),
    SOFTMAX_FOCAL_NONE(3, Label.CLASS, Losses.softmaxFocal(0), classes(0)),
    SQUARED(1, Label.VALUES, Losses.squaredError(), (x, y) -> (x[0] - y[0]) * (x[0] - y[0])),
    ABSOLUTE(1, Label.VALUES, Losses.absoluteError(), (x, y) -> Math.abs(x[0] - y[0])),
    HUBER(1, Label.VALUES, Losses.huber(0.7), (x, y) -> huber(x[0] - y[0], 0.7));

    final int units;
    final Label label;
    final Loss loss;
    final Row row;

    Case(int units, Label label, Loss loss, Row row) {
      this.units = units;
      this.label = label;
      this.loss = loss;
      this.row = row;
    }

    Operand<TFloat32> build(Probe probe) {
      probe.with("t.balance", balance());
      return loss.of(probe, "t", probe.input("x"), probe.label("t"));
    }

    private Values balance() {
      return label == Label.CLASS
          ? Values.of(Shape.of(3), BALANCE)
          : Values.of(Shape.of(2, 3), LABEL_BALANCE);
    }

    /** Rows of labels; {@code zero} has none, as where they are missing. */
    Values labelRows(boolean zero) {
      return Values.filled(
          Shape.of(ROWS, units),
          i -> {
            int row = i / units;
            int unit = i % units;
            return zero
                ? 0
                : switch (label) {
                  case LABELS -> (row * 5 + unit * 3) % 4 < 2 ? 1 : 0;
                  case CLASS -> row % units == unit ? 1 : 0;
                  case VALUES -> row - 2.5;
                };
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void isItsFormulaAndSoIsItsGradient(Case c) {
    try (Probe probe = new Probe(true)) {
      probe.with("x", Values.normal(4, ROWS, c.units)).with("t.label", c.labelRows(false));
      reference(c, probe).check(probe, c.build(probe), "x");
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void isRightAtFarLogits(Case c) {
    try (Probe probe = new Probe(true)) {
      double[] far = {-100, 100, 30, -30, 100, 100, 0};
      Values x = Values.filled(Shape.of(ROWS, c.units), i -> far[(i * 3 + i / c.units) % 7]);
      probe.with("x", x).with("t.label", c.labelRows(false));
      reference(c, probe).check(probe, c.build(probe), "x");
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void isFiniteWhereLabelsAreMissing(Case c) {
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
  @EnumSource(Case.class)
  void hasOneLossARow(Case c) {
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
            "huber");
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

  private static Reference reference(Case c, Probe probe) {
    double[] label = probe.of("t.label").doubles();
    return in -> {
      double[] losses = new double[ROWS];
      for (int row = 0; row < ROWS; row++) {
        int from = row * c.units;
        losses[row] =
            c.row.of(
                Arrays.copyOfRange(in.get("x"), from, from + c.units),
                Arrays.copyOfRange(label, from, from + c.units));
      }
      return losses;
    };
  }

  /** The loss of a single label with logit x. */
  @FunctionalInterface
  private interface One {
    double of(double x, double z);
  }

  /** The factor of label j where it is z. */
  @FunctionalInterface
  private interface Factor {
    double of(int j, double z);
  }

  private static Factor factor() {
    return (j, z) -> 1;
  }

  private static Row labels(One one, Factor factor) {
    return (x, z) -> {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += factor.of(j, z[j]) * one.of(x[j], z[j]);
      }
      return sum / x.length;
    };
  }

  private static One sigmoid(double smoothing) {
    return (x, z) -> {
      double yes = z * (1 - smoothing) + smoothing / 2;
      return yes * minusLogSigmoid(x) + (1 - yes) * minusLogSigmoid(-x);
    };
  }

  private static One focal(double gamma) {
    return (x, z) -> {
      double loss = minusLogSigmoid(z == 1 ? x : -x);
      return Math.pow(-Math.expm1(-loss), gamma) * loss;
    };
  }

  private static double minusLogSigmoid(double x) {
    return x > 0 ? Math.log1p(Math.exp(-x)) : -x + Math.log1p(Math.exp(x));
  }

  private static Row classes(double smoothing) {
    return (x, z) -> {
      double loss = 0;
      for (int j = 0; j < x.length; j++) {
        loss -= (z[j] * (1 - smoothing) + smoothing / x.length) * (x[j] - logSumExp(x));
      }
      return loss;
    };
  }

  private static Row weighted(Row row, double... weights) {
    return (x, z) -> {
      double factor = 0;
      for (int j = 0; j < z.length; j++) {
        factor += weights[j] * z[j];
      }
      return factor * row.of(x, z);
    };
  }

  private static Row softmaxFocal(double gamma) {
    return (x, z) -> {
      double loss = classes(0).of(x, z);
      return Math.pow(-Math.expm1(-loss), gamma) * loss;
    };
  }

  private static double logSumExp(double... x) {
    double max = Arrays.stream(x).max().orElseThrow();
    return max + Math.log(Arrays.stream(x).map(v -> Math.exp(v - max)).sum());
  }

  private static double huber(double d, double delta) {
    double size = Math.abs(d);
    return size <= delta ? d * d / 2 : delta * (size - delta / 2);
  }
}
