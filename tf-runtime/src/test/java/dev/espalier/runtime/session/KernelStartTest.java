package dev.espalier.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** He-normal kernels have variance 2 / n, n being the inputs that meet in an output. */
class KernelStartTest {

  /** A kernel as its layer stores it. */
  private record Case(String layer, int[] shape, double factor, double meeting) {
    @Override
    public String toString() {
      return layer;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("Dense", new int[] {50, 400}, 1, 50),
        new Case("Conv1D", new int[] {5, 20, 200}, 1, 5 * 20),
        new Case("Conv2D", new int[] {3, 3, 20, 100}, 1, 9 * 20),
        new Case("DepthwiseConv2D", new int[] {3, 3, 1, 2000}, 1, 9),
        new Case("Conv2DTranspose, 2 by 2", new int[] {2, 2, 40, 100}, 2, 40),
        new Case("Conv2DTranspose, 4 by 2", new int[] {4, 4, 20, 60}, 2, 4 * 20));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void heNormal(Case c) {
    Parameter kernel =
        Parameter.kernel("trunk.c.kernel", "trunk.c.kernel", Initializer.HE_NORMAL, c.shape(), 0)
            .startingTimes(c.factor());
    List<Integer> shape = new ArrayList<>();
    for (int dim : c.shape()) {
      shape.add(dim);
    }
    float[] values = InitialValues.of(kernel, new VariableSpec.Member("", shape, 0), 1);
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    double expected = 2 / c.meeting();
    assertThat(squares / values.length).isCloseTo(expected, within(0.05 * expected));
  }
}
