package dev.espalier.runtime.graph;

import static dev.espalier.runtime.graph.LossFormulas.classHinge;
import static dev.espalier.runtime.graph.LossFormulas.classes;
import static dev.espalier.runtime.graph.LossFormulas.softmaxFocal;
import static dev.espalier.runtime.graph.LossFormulas.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.graph.LossFormulas.Row;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Losses of a class per position. */
class PositionLossesTest {
  private static final int ROWS = 3;
  private static final int POSITIONS = 4;
  private static final int CLASSES = 3;
  private static final double[] FACTORS = {.5, 2, 3};
  private static final int[] LABELS = {0, 1, 1, 2, 2, 2, 0, 0, 1, 1, 1, 0};

  /** The second row ends early and has a hole; the third has nothing at all. */
  private static final double[] WEIGHTS = {1, 1, 1, 1, 2, 0, 2, 0, 0, 0, 0, 0};

  @Test
  void everyPositionHasTheLossOfARow() {
    Map<Loss, Row> losses =
        Map.of(
            Losses.softmaxCrossEntropy(0), classes(0),
            Losses.softmaxCrossEntropy(.2, FACTORS), weighted(classes(.2), FACTORS),
            Losses.balancedSoftmaxCrossEntropy(.1), weighted(classes(.1), FACTORS),
            Losses.softmaxFocal(2), softmaxFocal(2),
            Losses.softmaxHinge(false), classHinge(1),
            Losses.softmaxHinge(true), classHinge(2));
    losses.forEach(
        (loss, row) -> {
          try (Probe probe = probe()) {
            each(row).check(probe, build(probe, loss), "x");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 1})
  void diceIsThatOfTheExampleAtEachPosition(double smooth) {
    try (Probe probe = probe()) {
      dice(smooth).check(probe, build(probe, Losses.softmaxDice(smooth)), "x");
    }
  }

  @Test
  void diceOfAPerfectPredictionIsNothing() {
    try (Probe probe = probe()) {
      probe.with("x", Values.filled(shape(), i -> 50 * probe.of("t.label").data()[i]));
      float[] losses = probe.run(build(probe, Losses.softmaxDice(0)));
      assertThat(Arrays.copyOf(losses, 2 * POSITIONS)).containsOnly(0);
    }
  }

  @Test
  void examplesWithoutPositionsLearnNothing() {
    for (Loss loss : new Loss[] {Losses.softmaxDice(1), Losses.softmaxDice(0)}) {
      try (Probe probe = probe()) {
        probe.with("t.label", Values.filled(shape(), i -> 0));
        probe.with("t.weights", Values.filled(Shape.of(ROWS, POSITIONS), i -> 0));
        double[] far = {-100, 100, 0, 1e4, -1e4};
        probe.with("x", Values.filled(shape(), i -> far[i % 5]));
        Operand<TFloat32> losses = build(probe, loss);
        assertThat(probe.run(losses)).containsOnly(1);
        float[] upstream = new float[ROWS * POSITIONS];
        Arrays.fill(upstream, 1);
        assertThat(probe.gradient(losses, upstream, "x")).containsOnly(0);
      }
    }
  }

  private static Operand<TFloat32> build(Probe probe, Loss loss) {
    Operand<TFloat32> losses = loss.of(probe, "t", probe.input("x"), probe.label("t"));
    assertThat(losses.shape().asArray()).containsExactly(-1, POSITIONS);
    return losses;
  }

  private static Reference each(Row row) {
    return in -> {
      double[] losses = new double[ROWS * POSITIONS];
      Arrays.setAll(losses, at -> row.of(slice(in.get("x"), at), oneHot(LABELS[at])));
      return losses;
    };
  }

  private static Reference dice(double smooth) {
    return in -> {
      double[] losses = new double[ROWS * POSITIONS];
      for (int row = 0; row < ROWS; row++) {
        double sum = 0;
        int there = 0;
        for (int c = 0; c < CLASSES; c++) {
          double[] p = new double[POSITIONS];
          double[] y = new double[POSITIONS];
          for (int i = 0; i < POSITIONS; i++) {
            int at = row * POSITIONS + i;
            if (WEIGHTS[at] > 0) {
              p[i] = LossFormulas.softmax(slice(in.get("x"), at))[c];
              y[i] = LABELS[at] == c ? 1 : 0;
            }
          }
          if (Arrays.stream(y).sum() > 0) {
            sum += LossFormulas.dice(p, y, smooth);
            there++;
          }
        }
        double loss = there == 0 ? 1 : 1 - sum / there;
        Arrays.fill(losses, row * POSITIONS, (row + 1) * POSITIONS, loss);
      }
      return losses;
    };
  }

  private static double[] slice(double[] x, int at) {
    return Arrays.copyOfRange(x, at * CLASSES, (at + 1) * CLASSES);
  }

  private static double[] oneHot(int label) {
    double[] y = new double[CLASSES];
    y[label] = 1;
    return y;
  }

  private static Shape shape() {
    return Shape.of(ROWS, POSITIONS, CLASSES);
  }

  private static Probe probe() {
    return new Probe(true)
        .with("x", Values.normal(5, ROWS, POSITIONS, CLASSES))
        .with("t.label", Values.filled(shape(), i -> LABELS[i / CLASSES] == i % CLASSES ? 1 : 0))
        .with("t.weights", Values.of(Shape.of(ROWS, POSITIONS), WEIGHTS))
        .with("t.balance", Values.of(Shape.of(CLASSES), FACTORS));
  }
}
