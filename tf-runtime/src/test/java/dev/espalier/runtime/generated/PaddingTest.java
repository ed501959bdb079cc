package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far sequences are padded changes nothing that is learnt, batch normalisation included. */
class PaddingTest {
  private static final List<PaddedTasks> PADDED = PaddedTasks.rows();
  private static final List<TightTasks> TIGHT = PADDED.stream().map(TightTasks::of).toList();

  @Test
  void lengthsEightAndTwentyLearnTheSame() {
    try (PaddedTasksTrainer padded = PaddedTasksTrainer.builder().epochs(3).batchSize(4).build();
        TightTasksTrainer tight = TightTasksTrainer.builder().epochs(3).batchSize(4).build()) {
      padded.fit(PaddedTasksData.of(PADDED));
      tight.fit(TightTasksData.of(TIGHT));
      float[][] found = padded.activations("trunk.normal", PADDED);
      float[][] expected = tight.activations("trunk.normal", TIGHT);
      for (int row = 0; row < PADDED.size(); row++) {
        for (int i = 0; i < 4 * PADDED.get(row).words().length; i++) {
          assertThat(found[row][i]).isCloseTo(expected[row][i], within(1e-4f));
        }
        assertThat(padded.predict(PADDED.get(row)).yes())
            .isCloseTo(tight.predict(TIGHT.get(row)).yes(), within(1e-4f));
      }
    }
  }
}
