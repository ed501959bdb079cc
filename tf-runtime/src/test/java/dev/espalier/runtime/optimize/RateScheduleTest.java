package dev.espalier.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateScheduleTest {

  @Test
  void aConstantRateStays() {
    assertThat(RateSchedule.constant().factor(1, 10)).isEqualTo(1);
    assertThat(RateSchedule.constant().factor(10, 10)).isEqualTo(1);
  }

  /** Cosines of thirds and halves of half a turn are known without computing one. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1", "0, 3, 0.75", "0, 4, 0.5", "0, 5, 0.25", "0, 7, 0",
    "0.2, 1, 1", "0.2, 3, 0.8", "0.2, 4, 0.6", "0.2, 5, 0.4", "0.2, 7, 0.2"
  })
  void aCosineFallsAlongHalfAWave(double least, long step, double factor) {
    assertThat(RateSchedule.cosine(least).factor(step, 6)).isCloseTo(factor, within(1e-12));
  }

  @Test
  void aCosineEndsAtNothingUnlessSaid() {
    assertThat(RateSchedule.cosine()).isEqualTo(RateSchedule.cosine(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void theLeastFactorIsAPart(double least) {
    assertThatThrownBy(() -> RateSchedule.cosine(least))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("least factor must be at least 0 and below 1; found " + least);
  }
}
