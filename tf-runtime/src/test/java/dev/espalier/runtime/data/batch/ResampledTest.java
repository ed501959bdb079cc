package dev.espalier.runtime.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Samples;
import dev.espalier.runtime.data.batch.RowOrder.Drawn;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResampledTest {
  /** Classes 0, 2 and 3 with 80, 9 and 1 rows; 20 rows without a class. */
  private static final int[] CLASSES =
      IntStream.range(0, 110)
          .map(i -> i % 11 == 5 || i % 11 == 9 ? -1 : i % 11 == 3 ? (i == 3 ? 3 : 2) : 0)
          .toArray();

  @Test
  void everyClassComesEquallyOftenAndTheRestKeepsItsShare() {
    assertThat(counts(IntStream.range(0, 110).toArray())).containsExactly(20, 80, 0, 9, 1);
    for (int epoch = 0; epoch < 50; epoch++) {
      assertThat(counts(Drawn.of(CLASSES, 1, epoch).rows())).containsExactly(20, 30, 0, 30, 30);
    }
  }

  @Test
  void whatCantBeSharedGoesToAnyClass() {
    int[] classes = {0, 0, 0, 0, 1, 1, 2, 2};
    int[] more = new int[3];
    for (int epoch = 0; epoch < 600; epoch++) {
      int[] counts = new int[3];
      for (int row : Drawn.of(classes, 3, epoch).rows()) {
        counts[classes[row]]++;
      }
      for (int c = 0; c < 3; c++) {
        assertThat(counts[c]).isBetween(2, 3);
        more[c] += counts[c] - 2;
      }
    }
    // 2 of 3 classes have one more; the standard deviation is 11.5.
    assertThat(IntStream.of(more)).allMatch(count -> count > 350 && count < 450);
  }

  @Test
  void everyRowOfAClassIsAsLikely() {
    int[] drawn = new int[110];
    int epochs = 3000;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int row : Drawn.of(CLASSES, 5, epoch).rows()) {
        drawn[row]++;
      }
    }
    for (int row = 0; row < 110; row++) {
      int of = CLASSES[row];
      double expected = epochs * (of == -1 ? 1 : of == 0 ? 30 / 80. : of == 2 ? 30 / 9. : 30);
      assertThat((double) drawn[row]).isBetween(expected - 400, expected + 400);
    }
  }

  /** A class is as likely at the start of a walk as at its end. */
  @Test
  void theOrderIsByChance() {
    int early = 0;
    for (int epoch = 0; epoch < 1000; epoch++) {
      int[] rows = Drawn.of(CLASSES, 8, epoch).rows();
      early += (int) Arrays.stream(rows, 0, 55).filter(row -> CLASSES[row] == 0).count();
    }
    assertThat(early).isBetween(14_500, 15_500);
  }

  @Test
  void isAFunctionOfSeedAndEpoch() {
    int[] first = Drawn.of(CLASSES, 5, 0).rows();
    assertThat(Drawn.of(CLASSES.clone(), 5, 0).rows()).containsExactly(first);
    assertThat(Drawn.of(CLASSES, 5, 1).rows()).isNotEqualTo(first);
    assertThat(Drawn.of(CLASSES, 6, 0).rows()).isNotEqualTo(first);
    assertThat(Drawn.of(CLASSES, 4, 1).rows()).isNotEqualTo(first);
  }

  @Test
  void withoutAnyClassAllRowsKeepTheirShare() {
    int[] rows = Drawn.of(new int[] {-1, -1, -1}, 1, 1).rows();
    assertThat(IntStream.of(rows)).hasSize(3).allMatch(row -> row >= 0 && row < 3);
  }

  @Test
  void classesAreThoseOfRowsWithALabelAndAWeight() {
    EncodedRows rows = Samples.rows(40);
    int[] binary = rows.classes(0);
    int[] status = rows.classes(1);
    for (int row = 0; row < 40; row++) {
      boolean weighs = Samples.weights(rows, 0)[row] > 0;
      assertThat(binary[row]).isEqualTo(weighs ? (int) Samples.labels(rows, 0)[row] : -1);
      assertThat(status[row]).isEqualTo(weighs && row % 3 != 0 ? row % 3 : -1);
    }
    assertThat(binary).contains(-1, 0, 1);
    assertThat(Samples.labels(rows, 1)).as("the rows are as they were").doesNotContain(-1);
  }

  @Test
  void batchesHoldDrawnRowsWithTheirWeights() {
    EncodedRows rows = Samples.rows(23);
    Batches batches = Batches.resampled(rows, 5, 1, 1, 2);
    List<Integer> walk = BatchesTest.walk(batches);
    int[] drawn = Drawn.of(rows.classes(1), 1, 2).rows();
    assertThat(walk).containsExactlyElementsOf(IntStream.of(drawn).boxed().toList());
    try (Batch batch = batches.fill(1)) {
      float[] weights = BatchesTest.floats(batch.weights(1));
      for (int i = 0; i < 5; i++) {
        assertThat(weights[i]).isEqualTo(Samples.weights(rows, 1)[drawn[5 + i]]);
      }
    }
    assertThatThrownBy(() -> Batches.resampled(rows, 24, 1, 1, 2))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aTaskKeepsAllElseWhenItIsResampled() {
    Kind kind = new Kind.Binary();
    assertThat(new ExampleInfo.Task("a", kind, 2).asResampled())
        .isEqualTo(new ExampleInfo.Task("a", kind, 2, true, ExampleInfo.Domain.ANY_NUMBERS));
  }

  private static int[] counts(int[] rows) {
    int[] counts = new int[5];
    for (int row : rows) {
      counts[CLASSES[row] + 1]++;
    }
    return counts;
  }
}
