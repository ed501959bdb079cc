package dev.espalier.runtime.graph;

import static dev.espalier.runtime.graph.LossFormulas.classHinge;
import static dev.espalier.runtime.graph.LossFormulas.classes;
import static dev.espalier.runtime.graph.LossFormulas.factor;
import static dev.espalier.runtime.graph.LossFormulas.focal;
import static dev.espalier.runtime.graph.LossFormulas.hinge;
import static dev.espalier.runtime.graph.LossFormulas.huber;
import static dev.espalier.runtime.graph.LossFormulas.labelDice;
import static dev.espalier.runtime.graph.LossFormulas.labels;
import static dev.espalier.runtime.graph.LossFormulas.logCosh;
import static dev.espalier.runtime.graph.LossFormulas.poisson;
import static dev.espalier.runtime.graph.LossFormulas.sigmoid;
import static dev.espalier.runtime.graph.LossFormulas.softmaxFocal;
import static dev.espalier.runtime.graph.LossFormulas.weighted;

import dev.espalier.runtime.graph.LossFormulas.Row;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Every factory, with settings, and what it should be. */
enum LossCase {
  BINARY(1, Label.LABELS, Losses.sigmoidCrossEntropy(0), labels(sigmoid(0), factor())),
  BINARY_SMOOTH(1, Label.LABELS, Losses.sigmoidCrossEntropy(0.1), labels(sigmoid(.1), factor())),
  BINARY_WEIGHTED(
      1,
      Label.LABELS,
      Losses.sigmoidCrossEntropy(0.1, 0.5, 2),
      labels(sigmoid(.1), (j, z) -> z == 1 ? 2 : 0.5)),
  BINARY_BALANCED(
      1,
      Label.LABELS,
      Losses.balancedSigmoidCrossEntropy(0),
      labels(sigmoid(0), (j, z) -> z == 1 ? 3 : 0.6)),
  LABELS(3, Label.LABELS, Losses.sigmoidCrossEntropy(0.1), labels(sigmoid(.1), factor())),
  LABELS_WEIGHTED(
      3,
      Label.LABELS,
      Losses.sigmoidCrossEntropy(0, Weights.CLASSES),
      labels(sigmoid(0), (j, z) -> z == 1 ? Weights.CLASSES[j] : 1)),
  LABELS_BALANCED(
      3,
      Label.LABELS,
      Losses.balancedSigmoidCrossEntropy(0.1),
      labels(sigmoid(.1), (j, z) -> Weights.LABEL_BALANCE[z == 1 ? 3 + j : j])),
  CLASSES(3, Label.CLASS, Losses.softmaxCrossEntropy(0), classes(0)),
  CLASSES_SMOOTH(3, Label.CLASS, Losses.softmaxCrossEntropy(0.2), classes(0.2)),
  CLASSES_WEIGHTED(
      3,
      Label.CLASS,
      Losses.softmaxCrossEntropy(0.2, Weights.CLASSES),
      weighted(classes(0.2), Weights.CLASSES)),
  CLASSES_BALANCED(
      3, Label.CLASS, Losses.balancedSoftmaxCrossEntropy(0), weighted(classes(0), Weights.BALANCE)),
  SIGMOID_FOCAL(3, Label.LABELS, Losses.sigmoidFocal(2), labels(focal(2), factor())),
  SIGMOID_FOCAL_HALF(1, Label.LABELS, Losses.sigmoidFocal(.5), labels(focal(.5), factor())),
  SIGMOID_FOCAL_NONE(1, Label.LABELS, Losses.sigmoidFocal(0), labels(sigmoid(0), factor())),
  SOFTMAX_FOCAL(3, Label.CLASS, Losses.softmaxFocal(2), softmaxFocal(2)),
  SOFTMAX_FOCAL_HALF(3, Label.CLASS, Losses.softmaxFocal(.5), softmaxFocal(.5)),
  SOFTMAX_FOCAL_NONE(3, Label.CLASS, Losses.softmaxFocal(0), classes(0)),
  SQUARED(1, Label.VALUES, Losses.squaredError(), (x, y) -> (x[0] - y[0]) * (x[0] - y[0])),
  ABSOLUTE(1, Label.VALUES, Losses.absoluteError(), (x, y) -> Math.abs(x[0] - y[0])),
  HUBER(1, Label.VALUES, Losses.huber(0.7), (x, y) -> huber(x[0] - y[0], 0.7)),
  LOG_COSH(1, Label.VALUES, Losses.logCosh(), (x, y) -> logCosh(x[0] - y[0])),
  POISSON(1, Label.COUNTS, Losses.poisson(), (x, y) -> poisson(x[0], y[0])),
  HINGE(1, Label.LABELS, Losses.sigmoidHinge(false), labels(hinge(1), factor())),
  HINGE_SQUARED(1, Label.LABELS, Losses.sigmoidHinge(true), labels(hinge(2), factor())),
  LABEL_HINGE(3, Label.LABELS, Losses.sigmoidHinge(false), labels(hinge(1), factor())),
  CLASS_HINGE(3, Label.CLASS, Losses.softmaxHinge(false), classHinge(1)),
  CLASS_HINGE_SQUARED(3, Label.CLASS, Losses.softmaxHinge(true), classHinge(2)),
  LABEL_DICE(3, Label.LABELS, Losses.sigmoidDice(1), labelDice(1)),
  LABEL_DICE_SHARP(3, Label.LABELS, Losses.sigmoidDice(0), labelDice(0));

  static final int ROWS = 6;

  /** How labels of a loss look. */
  private enum Label {
    LABELS,
    CLASS,
    VALUES,
    COUNTS
  }

  final int units;
  final Label label;
  final Loss loss;
  final Row row;

  LossCase(int units, Label label, Loss loss, Row row) {
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
    if (label == Label.CLASS) {
      return Values.of(Shape.of(3), Weights.BALANCE);
    }
    return units == 1
        ? Values.of(Shape.of(2, 1), 0.6, 3)
        : Values.of(Shape.of(2, 3), Weights.LABEL_BALANCE);
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
                case COUNTS -> row * (row + 1) / 2;
              };
        });
  }

  /** Constants of their own class, for those of an enum come after its constants. */
  private static final class Weights {
    static final double[] CLASSES = {0.5, 2, 3};
    static final double[] BALANCE = {0.75, 1.5, 4};
    static final double[] LABEL_BALANCE = {0.6, 1, 1, 3, 2, 5};
  }
}
