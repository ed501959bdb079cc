package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Losses of several numbers that mean something together, and what these losses predict. */
class VectorLossesTest {
  private static final int ROWS = 4;
  private static final int N = 3;

  @Test
  void divergenceIsThatOfTheRowAtEachOfItsElements() {
    try (Probe probe = probe(.2, .5, .3, 1, 0, 0, .25, .25, .5, 1 / 3., 1 / 3., 1 / 3.)) {
      probe.with("x", Values.normal(3, ROWS, N));
      Operand<TFloat32> losses = of(probe, Losses.klDivergence());
      rows(probe, LossFormulas::kl).check(probe, losses, "x");
    }
  }

  @Test
  void divergenceOfEqualDistributionsIsNone() {
    try (Probe probe = probe(.2, .5, .3, .2, .5, .3, .2, .5, .3, .2, .5, .3)) {
      probe.with(
          "x", Values.filled(Shape.of(ROWS, N), i -> Math.log(new double[] {2, 5, 3}[i % N])));
      for (float loss : probe.run(of(probe, Losses.klDivergence()))) {
        assertThat((double) loss).isCloseTo(0, within(1e-6));
      }
    }
  }

  @Test
  void distanceIsThatOfTheRowAtEachOfItsElements() {
    try (Probe probe = probe(.2, .5, .3, -1, 2, 0, 3, -3, .5, 0, 0, 0)) {
      probe.with("x", Values.normal(3, ROWS, N));
      Operand<TFloat32> losses = of(probe, Losses.cosineDistance());
      rows(probe, LossFormulas::cosineDistance).check(probe, losses, "x");
    }
  }

  @Test
  void elementsThatAreMissingTakeNoPartInADirection() {
    try (Probe probe = probe(.2, .5, 0, -1, 0, 2, 0, 3, .5, 0, 0, 0)) {
      double[] there = {1, 1, 0, 2, 0, 2, 0, .5, .5, 0, 0, 0};
      probe.with("t.weights", Values.of(Shape.of(ROWS, N), there));
      probe.with("x", Values.normal(3, ROWS, N));
      Reference reference =
          rows(
              probe,
              (x, y) -> {
                double[] masked = x.clone();
                Arrays.setAll(masked, i -> y[i] == 0 ? 0 : x[i]);
                return LossFormulas.cosineDistance(masked, y);
              });
      reference.check(probe, of(probe, Losses.cosineDistance()), "x");
    }
  }

  @Test
  void lossesAndGradientsAreFiniteFarOutAndWithoutLabels() {
    double[] far = {-100, 100, 0, 1e4, -1e4};
    for (Loss loss : new Loss[] {Losses.klDivergence(), Losses.cosineDistance()}) {
      for (double scale : new double[] {1, 0}) {
        try (Probe probe = probe(new double[ROWS * N])) {
          probe.with("x", Values.filled(Shape.of(ROWS, N), i -> scale * far[(i * 3 + i / N) % 5]));
          probe.with("t.weights", Values.filled(Shape.of(ROWS, N), i -> i / N % 2));
          Operand<TFloat32> losses = of(probe, loss);
          assertFinite(probe.run(losses));
          assertFinite(
              probe.gradient(losses, new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "x"));
        }
      }
    }
  }

  @Test
  void eachPredictsWhatItsLogitsMean() {
    try (Probe probe = probe(new double[ROWS * N])) {
      probe.with("x", Values.normal(3, ROWS, N));
      double[] x = probe.of("x").doubles();
      double[] softmax = new double[x.length];
      for (int row = 0; row < ROWS; row++) {
        double[] p = LossFormulas.softmax(Arrays.copyOfRange(x, row * N, row * N + N));
        System.arraycopy(p, 0, softmax, row * N, N);
      }
      predicts(probe, Losses.klDivergence(), softmax);
      predicts(probe, Losses.cosineDistance(), x);
      predicts(probe, Losses.poisson(), Arrays.stream(x).map(Math::exp).toArray());
      predicts(probe, Losses.logCosh(), Arrays.stream(x).map(z -> 3 * z + 10).toArray());
    }
  }

  @Test
  void ratesAreFiniteFarOut() {
    try (Probe probe = new Probe(false).with("x", Values.of(Shape.of(2, 1), 1e4, -1e4))) {
      TaskGraph head = Heads.regression(probe, "t", probe.input("x"), Losses.poisson());
      assertThat(head.outputs().get(0).shape().asArray()).containsExactly(-1);
      Reference.assertClose(
          "rates", probe.run(head.outputs().get(0)), new double[] {Math.exp(30), 0});
    }
  }

  private static void predicts(Probe probe, Loss loss, double[] expected) {
    TaskGraph head = Heads.regression(probe, "t", probe.input("x"), loss);
    Reference.assertClose("prediction", probe.run(head.outputs().get(0)), expected);
  }

  private static Operand<TFloat32> of(Probe probe, Loss loss) {
    Operand<TFloat32> losses = loss.of(probe, "t", probe.input("x"), probe.label("t"));
    assertThat(losses.shape().asArray()).containsExactly(-1, N);
    return losses;
  }

  private static void assertFinite(float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
    }
  }

  /** A row's loss at each of its elements. */
  private static Reference rows(Probe probe, ToDoubleBiFunction<double[], double[]> loss) {
    double[] label = probe.of("t.label").doubles();
    return in -> {
      double[] losses = new double[ROWS * N];
      for (int row = 0; row < ROWS; row++) {
        double[] x = Arrays.copyOfRange(in.get("x"), row * N, row * N + N);
        double[] y = Arrays.copyOfRange(label, row * N, row * N + N);
        Arrays.fill(losses, row * N, row * N + N, loss.applyAsDouble(x, y));
      }
      return losses;
    };
  }

  private static Probe probe(double... label) {
    return new Probe(true)
        .with("t.label", Values.of(Shape.of(ROWS, N), label))
        .with("t.weights", Values.filled(Shape.of(ROWS, N), i -> 1 + i / N));
  }
}
