package dev.espalier.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochClockTest {

  @Test
  void epochsHoldTheirStepsAndTheWarmUpIsLeftOut() {
    EpochClock clock = new EpochClock(3);
    for (int epoch = 0; epoch < 5; epoch++) {
      clock.epochStarts();
      for (int step = 0; step < 3; step++) {
        clock.stepEnded();
      }
      clock.epochEnded();
    }
    assertThat(clock.epochs(2).values()).hasSize(3);
    assertThat(clock.steps(4).values()).hasSize(1);
    assertThat(clock.epochs(0).least()).isGreaterThanOrEqualTo(clock.steps(0).least());
  }
}
