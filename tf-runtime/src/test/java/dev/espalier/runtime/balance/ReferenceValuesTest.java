package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.CaGradRescale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of TorchJD's tests, to their 1e-4, and the closed forms for two tasks. */
class ReferenceValuesTest {
  private static final Rows GRADIENTS = new Rows(new double[] {-4, 1, 1}, new double[] {6, 1, 1});

  private enum Case {
    MGDA(Balancing.mgda(), .6, .4),
    PC_GRAD(Balancing.pcGrad(), 2.2222, 1.5789),
    GRAD_VAC(Balancing.gradVac(), 2.2222, 1.5789),
    UP_GRAD(Balancing.upGrad(), 1.1109, .7894),
    DUAL_PROJ(Balancing.dualProj(), .6109, .5),
    CA_GRAD(Balancing.caGrad(.5, CaGradRescale.UNSCALED), .7041, .5),
    CA_GRAD_RESCALED(Balancing.caGrad(), .7041 / 1.25, .5 / 1.25),
    IMTL_G(Balancing.imtlG(), .5923, .4077),
    FAIR_GRAD(Balancing.fairGrad(), .5915, .4071),
    ALIGNED(Balancing.alignedMtl(), .5591, .4083);

    final GradientBalancing method;
    final double[] weights;

    Case(GradientBalancing method, double... weights) {
      this.method = method;
      this.weights = weights;
    }
  }

  private enum Direction {
    MGDA(Balancing.mgda(), 0, 1, 1),
    PC_GRAD(Balancing.pcGrad(), .5848, 3.8012, 3.8012),
    UP_GRAD(Balancing.upGrad(), .2929, 1.9004, 1.9004),
    DUAL_PROJ(Balancing.dualProj(), .5563, 1.1109, 1.1109),
    CA_GRAD(Balancing.caGrad(.5, CaGradRescale.UNSCALED), .1835, 1.2041, 1.2041),
    IMTL_G(Balancing.imtlG(), .0767, 1, 1),
    NASH(Balancing.nashMtl(), .0542, .7061, .7061),
    FAIR_GRAD(Balancing.fairGrad(), .0766, .9985, .9985),
    ALIGNED(Balancing.alignedMtl(), .2133, .9673, .9673),
    CON_FIG(Balancing.conFig(), .1588, 2.0706, 2.0706);

    final GradientBalancing method;
    final double[] direction;

    Direction(GradientBalancing method, double... direction) {
      this.method = method;
      this.direction = direction;
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void weights(Case c) {
    assertThat(published(c.method, GRADIENTS.weights(c.method)))
        .containsExactly(c.weights, within(1e-4));
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void directions(Direction c) {
    assertThat(published(c.method, GRADIENTS.direction(c.method)))
        .containsExactly(c.direction, within(1e-4));
  }

  /** TorchJD takes the mean of the aligned gradients, the authors and we their sum. */
  private static double[] published(GradientBalancing method, double[] values) {
    return Vectors.scaled(values, method.equals(Balancing.alignedMtl()) ? 0.5 : 1);
  }

  @Test
  void closedFormsOfTwoTasks() {
    for (Rows rows : Problems.independent(4)) {
      if (rows.size() == 2) {
        double n1 = rows.norm(0);
        double n2 = rows.norm(1);
        double m12 = rows.dot(0, rows.rows()[1]);
        double cosine = m12 / n1 / n2;
        assertWeights(rows, Balancing.imtlG(), n2 / (n1 + n2), n1 / (n1 + n2));
        double nash = Math.sqrt(1 + cosine);
        assertWeights(rows, Balancing.fairGrad(), 1 / n1 / nash, 1 / n2 / nash);
        double shift = (n2 * n2 - m12) / (n1 * n1 + n2 * n2 - 2 * m12);
        double share = Math.min(Math.max(shift, 0), 1);
        assertWeights(rows, Balancing.mgda(), share, 1 - share);
        double conflict = Math.max(-m12, 0);
        double first = 1 + conflict / (n1 * n1);
        double second = 1 + conflict / (n2 * n2);
        assertWeights(rows, Balancing.pcGrad(), first, second);
        assertWeights(rows, Balancing.upGrad(0), first / 2, second / 2);
        double longest = Math.max(n1, n2);
        assertWeights(rows, Balancing.dbMtl(), longest / n1, longest / n2);
      }
    }
  }

  private static void assertWeights(Rows rows, GradientBalancing method, double... expected) {
    double[] actual = rows.weights(method);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as(method.name())
          .isCloseTo(expected[i], within(1e-9 * (Math.abs(expected[i]) + 1e-6)));
    }
  }
}
