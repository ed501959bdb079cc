package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramTest {

  @Test
  void knowsNormsAndCosines() {
    Gram gram = new Rows(new double[] {3, 4}, new double[] {0, -2}, new double[2]).gram();
    assertThat(gram.size()).isEqualTo(3);
    assertThat(gram.at(0, 1)).isEqualTo(-8);
    assertThat(gram.norm(0)).isEqualTo(5);
    assertThat(gram.cosine(0, 1)).isCloseTo(-0.8, within(1e-15));
    assertThat(gram.cosine(1, 2)).isZero();
    assertThat(gram.cosine(2, 2)).isZero();
    Gram cosines = gram.cosines();
    assertThat(cosines.at(0, 0)).isEqualTo(1);
    assertThat(cosines.at(1, 0)).isEqualTo(gram.cosine(0, 1));
    assertThat(cosines.at(2, 2)).isZero();
    assertThat(gram.directed()).containsExactly(0, 1);
  }

  @Test
  void roundingIsSmoothedOver() {
    Gram gram = Gram.of(new double[][] {{1, 1.1}, {1.3, 1}});
    assertThat(gram.at(0, 1)).isEqualTo(1).isEqualTo(gram.at(1, 0));
    assertThat(Gram.of(new double[][] {{4, 1}, {1.5, 9}}).at(1, 0)).isEqualTo(1.25);
    assertThat(Gram.of(new double[][] {{-1e-20, 1}, {1, 9}}).at(1, 0)).isZero();
  }

  @Test
  void normsBelowAnyGradientsAreZero() {
    Gram gram = Gram.of(new double[][] {{1e-201, 1e-101}, {1e-101, 1}});
    assertThat(gram.norm(0)).isZero();
    assertThat(gram.at(0, 1)).isZero();
    assertThat(Gram.of(new double[][] {{1e-199}}).norm(0)).isPositive();
  }

  @Test
  void isNotChangedThroughAnArray() {
    double[][] products = {{1, 0}, {0, 1}};
    Gram gram = Gram.of(products);
    products[0][0] = 7;
    gram.toArray()[1][1] = 7;
    assertThat(gram.trace()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e201})
  void valuesAreFinite(double value) {
    assertThatThrownBy(() -> Gram.of(new double[][] {{1, value}, {value, 1}}))
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "The inner products of the tasks' gradients must be finite and at most 1e200; found "
                + value
                + ".");
  }

  @Test
  void shapesFit() {
    assertThatThrownBy(() -> Gram.of(new double[][] {{1, 2}}))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("square");
    Gram gram = Gram.of(new double[][] {{1}});
    assertThatThrownBy(() -> new TaskGradients(1, 1, new int[2], new double[1], gram))
        .isInstanceOf(EspalierException.class)
        .hasMessage("Tasks, losses and gradients must be as many; found 2, 1 and 1.");
  }
}
