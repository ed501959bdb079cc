package dev.espalier.runtime.graph;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class PositionsTest {
  private static final int ROWS = 2;

  /** With an odd number of units the last one has no cosine. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5})
  void wavesAreAdded(int units) {
    int length = 150;
    try (Probe probe = new Probe(true).with("x", Values.normal(1, ROWS, length, units))) {
      Operand<TFloat32> y = Positions.positionalEncoding(probe, probe.input("x"));
      Reference reference =
          in -> {
            double[] out = in.get("x").clone();
            for (int i = 0; i < out.length; i++) {
              out[i] += wave(i / units % length, i % units, units);
            }
            return out;
          };
      reference.check(probe, y, "x");
    }
  }

  private static double wave(int position, int unit, int units) {
    int pair = unit / 2;
    double angle = position / Math.pow(10000, 2.0 * pair / units);
    return 2 * pair == unit ? Math.sin(angle) : Math.cos(angle);
  }

  @Test
  void orWhatIsLearnt() {
    try (Probe probe =
        new Probe(true)
            .with("x", Values.normal(1, ROWS, 3, 2))
            .with("p.positions", Values.normal(2, 3, 2))) {
      Operand<TFloat32> y = Positions.learntEncoding(probe, "p", probe.input("x"));
      Reference reference =
          in -> {
            double[] out = in.get("x").clone();
            for (int i = 0; i < out.length; i++) {
              out[i] += in.get("p.positions")[i % 6];
            }
            return out;
          };
      reference.check(probe, y, "x", "p.positions");
    }
  }
}
