package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class RecurrencesTest {
  private static final int ROWS = 4;
  private static final int LENGTH = 4;
  private static final int IN = 3;
  private static final int UNITS = 2;

  /** Two real positions, none, all, and a gap after the first. */
  private static final Values MASK =
      Values.of(Shape.of(ROWS, LENGTH), 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 0);

  private static final Values ALL = Values.filled(Shape.of(ROWS, LENGTH), i -> 1);

  private enum Kind {
    LSTM(4, "bias", 3, "forgetBias", 1),
    GRU(3, "bias", 3, "recurrentBias", 3);

    private final int gates;
    private final String first;
    private final int firstGates;
    private final String second;
    private final int secondGates;

    Kind(int gates, String first, int firstGates, String second, int secondGates) {
      this.gates = gates;
      this.first = first;
      this.firstGates = firstGates;
      this.second = second;
      this.secondGates = secondGates;
    }

    void learn(Probe probe, String direction, int seed) {
      int both = gates * UNITS;
      probe
          .with(path(direction, "kernel"), Values.normal(seed, IN, both))
          .with(path(direction, "recurrentKernel"), Values.normal(seed + 1, UNITS, both))
          .with(path(direction, first), Values.normal(seed + 2, firstGates * UNITS))
          .with(path(direction, second), Values.normal(seed + 3, secondGates * UNITS));
    }

    List<String> learnt(String direction) {
      return List.of(
          path(direction, "kernel"),
          path(direction, "recurrentKernel"),
          path(direction, first),
          path(direction, second));
    }

    Operand<TFloat32> build(Probe probe, boolean masked, boolean both, boolean last) {
      Operand<TFloat32> x = probe.input("x");
      if (this == LSTM) {
        return masked
            ? Recurrences.lstm(probe, "r", x, probe.input("mask"), both, last)
            : Recurrences.lstm(probe, "r", x, both, last);
      }
      return masked
          ? Recurrences.gru(probe, "r", x, probe.input("mask"), both, last)
          : Recurrences.gru(probe, "r", x, both, last);
    }

    /** State and, for the LSTM, cell after one step. */
    double[][] step(Map<String, double[]> in, String direction, double[] x, double[][] before) {
      double[] w = in.get(path(direction, "kernel"));
      double[] r = in.get(path(direction, "recurrentKernel"));
      double[] a = in.get(path(direction, first));
      double[] b = in.get(path(direction, second));
      double[] h = new double[UNITS];
      double[] c = new double[UNITS];
      for (int unit = 0; unit < UNITS; unit++) {
        double[] fromX = new double[gates];
        double[] fromH = new double[gates];
        for (int gate = 0; gate < gates; gate++) {
          int column = gate * UNITS + unit;
          for (int i = 0; i < IN; i++) {
            fromX[gate] += x[i] * w[i * gates * UNITS + column];
          }
          for (int i = 0; i < UNITS; i++) {
            fromH[gate] += before[0][i] * r[i * gates * UNITS + column];
          }
          fromX[gate] += column < a.length ? a[column] : b[column - a.length];
          fromH[gate] += this == GRU ? b[column] : 0;
        }
        if (this == LSTM) {
          double candidate = Math.tanh(fromX[0] + fromH[0]);
          double input = sigmoid(fromX[1] + fromH[1]);
          double output = sigmoid(fromX[2] + fromH[2]);
          double forget = sigmoid(fromX[3] + fromH[3]);
          c[unit] = forget * before[1][unit] + input * candidate;
          h[unit] = output * Math.tanh(c[unit]);
        } else {
          double update = sigmoid(fromX[0] + fromH[0]);
          double reset = sigmoid(fromX[1] + fromH[1]);
          double candidate = Math.tanh(fromX[2] + reset * fromH[2]);
          h[unit] = update * before[0][unit] + (1 - update) * candidate;
        }
      }
      return new double[][] {h, c};
    }

    private static double sigmoid(double x) {
      return 1 / (1 + Math.exp(-x));
    }
  }

  private static String path(String direction, String name) {
    return direction.isEmpty()
        ? "r." + name
        : "r." + direction + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  @ParameterizedTest
  @CsvSource({
    "LSTM, false, false", "LSTM, true, false", "LSTM, false, true", "LSTM, true, true",
    "GRU, false, false", "GRU, true, false", "GRU, false, true", "GRU, true, true"
  })
  void readsStepByStep(Kind kind, boolean both, boolean last) {
    for (Values mask : List.of(ALL, MASK)) {
      try (Probe probe =
          new Probe(true).with("x", Values.normal(1, ROWS, LENGTH, IN)).with("mask", mask)) {
        List<String> learnt = new ArrayList<>(List.of("x"));
        for (String direction : both ? List.of("", "backward") : List.of("")) {
          kind.learn(probe, direction, 2 + 10 * learnt.size());
          learnt.addAll(kind.learnt(direction));
        }
        Operand<TFloat32> y = kind.build(probe, mask == MASK, both, last);
        int units = both ? 2 * UNITS : UNITS;
        assertThat(y.shape().asArray())
            .containsExactly(last ? new long[] {-1, units} : new long[] {-1, LENGTH, units});
        Reference reference = in -> read(kind, in, mask.doubles(), both, last);
        reference.check(probe, y, learnt.toArray(String[]::new));
        paddingIsNothing(probe, y, mask);
      }
    }
  }

  private static void paddingIsNothing(Probe probe, Operand<TFloat32> y, Values mask) {
    float[] out = probe.run(y);
    float[] gradient = probe.gradient(y, Values.normal(8, out.length).data(), "x");
    float[] x = probe.of("x").data();
    for (int i = 0; i < x.length; i++) {
      if (mask.data()[i / IN] == 0) {
        assertThat(gradient[i]).isZero();
        x[i] = 100 * (i % 3);
      }
    }
    assertThat(Values.unsignedZeros(probe.run(y))).isEqualTo(Values.unsignedZeros(out));
  }

  private static double[] read(
      Kind kind, Map<String, double[]> in, double[] mask, boolean both, boolean last) {
    int directions = both ? 2 : 1;
    double[] out = new double[ROWS * (last ? 1 : LENGTH) * directions * UNITS];
    for (int row = 0; row < ROWS; row++) {
      for (int side = 0; side < directions; side++) {
        double[][] state = new double[2][UNITS];
        for (int step = 0; step < LENGTH; step++) {
          int at = row * LENGTH + (side == 0 ? step : LENGTH - 1 - step);
          if (mask[at] == 1) {
            double[] x = new double[IN];
            System.arraycopy(in.get("x"), at * IN, x, 0, IN);
            state = kind.step(in, side == 0 ? "" : "backward", x, state);
          }
          if (last || mask[at] == 1) {
            int place = ((last ? row : at) * directions + side) * UNITS;
            System.arraycopy(state[0], 0, out, place, UNITS);
          }
        }
      }
    }
    return out;
  }
}
