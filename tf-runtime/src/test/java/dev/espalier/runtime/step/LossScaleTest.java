package dev.espalier.runtime.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossScaleTest {

  @Test
  void doublesAfterAnIntervalOfFiniteStepsAndHalvesAfterOneThatIsNot() {
    LossScale scale = new LossScale(8, 3);
    boolean[] finite = {true, true, true, true, false, true, true, false, false, true, true, true};
    double[] expected = {8, 8, 16, 16, 8, 8, 8, 4, 2, 2, 2, 4};
    for (int i = 0; i < finite.length; i++) {
      scale.stepped(finite[i]);
      assertThat(scale.scale()).as("after step %d", i + 1).isEqualTo(expected[i]);
    }
    assertThat(scale.skipped()).isEqualTo(3);
  }

  @Test
  void isNeverBelowOneNorInfiniteInSinglePrecision() {
    LossScale least = new LossScale(2, 1);
    for (int i = 0; i < 5; i++) {
      least.stepped(false);
    }
    assertThat(least.scale()).isEqualTo(1);
    LossScale most = new LossScale(2, 1);
    for (int i = 0; i < 500; i++) {
      most.stepped(true);
    }
    assertThat((float) most.scale()).isFinite();
    assertThat(1 / (float) most.scale()).isPositive();
  }

  @Test
  void goesOnFromWhatItWas() {
    LossScale scale = new LossScale(4, 2);
    scale.stepped(true);
    LossScale other = new LossScale(1024, 2);
    other.resume(scale.scale(), scale.finite(), scale.skipped());
    other.stepped(true);
    assertThat(other.scale()).isEqualTo(8);
  }
}
