package dev.espalier.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandWrittenTrainingTest {

  @Test
  void itLearns() {
    // Rows that no batch divides: the last batch of an epoch is a smaller one.
    try (Training training = new HandWrittenTraining(WideRows.random(1000, 1), 64, 1e-3)) {
      training.steps(1);
      assertThat(training.loss()).isBetween(1.5, 6.0);
      for (int epoch = 0; epoch < 6; epoch++) {
        training.epoch();
      }
      assertThat(training.loss()).isLessThan(0.3);
    }
  }

  @Test
  void equalSeedsGiveEqualSteps() {
    assertThat(lossAfterAnEpoch()).isEqualTo(lossAfterAnEpoch());
  }

  private static double lossAfterAnEpoch() {
    try (Training training = new HandWrittenTraining(WideRows.random(640, 2), 64, 1e-3)) {
      training.epoch();
      return training.loss();
    }
  }
}
