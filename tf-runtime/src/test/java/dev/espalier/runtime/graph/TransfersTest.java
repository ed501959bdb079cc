package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class TransfersTest {
  private static final int UNITS = 4;

  /** Two values, three, and two for each of five positions. */
  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "2, 5"})
  void everyValueSaysItsShare(int values, int positions) {
    try (Probe probe = new Probe(true)) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < values; i++) {
        long[] shape = positions == 1 ? new long[] {3, UNITS} : new long[] {3, positions, UNITS};
        names.add("u" + i);
        probe.with("u" + i, Values.normal(i + 1, shape));
      }
      List<String> inputs = List.copyOf(names);
      int seed = 11;
      for (String part : List.of("query", "key", "value")) {
        names.add("t." + part + "Kernel");
        probe.with("t." + part + "Kernel", Values.normal(seed++, UNITS, UNITS));
      }
      @SuppressWarnings({"unchecked", "rawtypes"})
      Operand<TFloat32>[] x = inputs.stream().map(probe::input).toArray(Operand[]::new);
      Operand<TFloat32> y = Transfers.informationTransfer(probe, "t", x);
      assertThat(y.shape().asArray()).containsExactly(x[0].shape().asArray());
      Reference reference = in -> transferred(in, inputs);
      reference.check(probe, y, names.toArray(String[]::new));
    }
  }

  /** Equations 4 to 6 of the paper, one row after the other. */
  private static double[] transferred(Map<String, double[]> in, List<String> inputs) {
    double[] y = new double[in.get("u0").length];
    for (int start = 0; start < y.length; start += UNITS) {
      double[] weights = new double[inputs.size()];
      double[][] told = new double[inputs.size()][];
      for (int i = 0; i < weights.length; i++) {
        double[] u = Arrays.copyOfRange(in.get(inputs.get(i)), start, start + UNITS);
        double[] query = map(u, in.get("t.queryKernel"));
        double[] key = map(u, in.get("t.keyKernel"));
        told[i] = map(u, in.get("t.valueKernel"));
        double product = 0;
        for (int unit = 0; unit < UNITS; unit++) {
          product += query[unit] * key[unit];
        }
        weights[i] = Math.exp(product / Math.sqrt(UNITS));
      }
      double sum = Arrays.stream(weights).sum();
      for (int i = 0; i < weights.length; i++) {
        for (int unit = 0; unit < UNITS; unit++) {
          y[start + unit] += weights[i] / sum * told[i][unit];
        }
      }
    }
    return y;
  }

  private static double[] map(double[] u, double[] kernel) {
    double[] y = new double[UNITS];
    for (int from = 0; from < UNITS; from++) {
      for (int to = 0; to < UNITS; to++) {
        y[to] += u[from] * kernel[from * UNITS + to];
      }
    }
    return y;
  }
}
