package dev.espalier.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandWrittenTrainingTest {

  @Test
  void itLearns() {
    // Rows that no batch divides: the last batch of an epoch is a smaller one.
    assertThat(lossAfter(1)).isBetween(0.3, 3.0);
    assertThat(lossAfter(7)).isLessThan(0.2);
  }

  @Test
  void equalSeedsGiveEqualSteps() {
    assertThat(lossAfter(2)).isEqualTo(lossAfter(2));
  }

  private static double lossAfter(int epochs) {
    EpochClock clock = new EpochClock(16);
    try (HandWrittenTraining training =
        new HandWrittenTraining(WideRows.random(1000, 1), 64, 1e-3)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        training.epoch(clock);
      }
      return training.loss();
    }
  }
}
