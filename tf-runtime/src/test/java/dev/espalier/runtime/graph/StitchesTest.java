package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class StitchesTest {
  private static final int ROWS = 4;

  static List<long[]> shapes() {
    return List.of(new long[] {ROWS, 5}, new long[] {ROWS, 2, 3}, new long[] {ROWS, 2, 3, 2});
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aStitchIsAWeightedSumOfWhichTheFirstHasItsOwnWeight(long[] shape) {
    try (Probe probe =
        new Probe(true)
            .with("s.own", Values.normal(1, 1))
            .with("s.others", Values.normal(2, 2))
            .with("a", Values.normal(3, shape))
            .with("b", Values.normal(4, shape))
            .with("c", Values.normal(5, shape))) {
      Operand<TFloat32> y =
          Stitches.stitch(probe, "s", probe.input("a"), probe.input("b"), probe.input("c"));
      assertThat(y.shape().asArray()).startsWith(-1).endsWith(shape[shape.length - 1]);
      Reference reference =
          in -> {
            double[] sum = new double[in.get("a").length];
            for (int i = 0; i < sum.length; i++) {
              sum[i] =
                  in.get("s.own")[0] * in.get("a")[i]
                      + in.get("s.others")[0] * in.get("b")[i]
                      + in.get("s.others")[1] * in.get("c")[i];
            }
            return sum;
          };
      reference.check(probe, y, "s.own", "s.others", "a", "b", "c");
    }
  }
}
