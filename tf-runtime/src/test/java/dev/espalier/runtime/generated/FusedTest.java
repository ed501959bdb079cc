package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** TensorFlow joins a convolution with what follows it: outside training alone, and unasked. */
class FusedTest {

  @Test
  void everyActivationCanFollowAConvolutionAndItsNorm() {
    List<FusedTasks> rows = rows();
    try (FusedTasksTrainer trainer = FusedTasksTrainer.builder().epochs(1).batchSize(8).build()) {
      trainer.fit(FusedTasksData.of(rows));
      double loss = trainer.evaluate(FusedTasksData.of(rows)).loss(FusedTasksTask.label);
      double sum = 0;
      for (FusedTasks row : rows) {
        float yes = trainer.predict(row).label();
        sum -= Math.log(row.label() ? yes : 1 - yes);
      }
      assertThat(loss).isCloseTo(sum / rows.size(), within(1e-5));
      float[][] tanh = trainer.activations("trunk.tanh", rows);
      assertThat(tanh[0]).hasSize(6 * 5 * 2).doesNotContain(Float.NaN);
    }
  }

  private static List<FusedTasks> rows() {
    Random random = new Random(5);
    List<FusedTasks> rows = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      byte[] picture = new byte[6 * 5 * 2];
      random.nextBytes(picture);
      rows.add(new FusedTasks(picture, i % 2 == 0));
    }
    return rows;
  }
}
