package dev.espalier.runtime.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Infos;
import dev.espalier.runtime.data.Samples;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class BatchesTest {

  static float[] floats(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  static int[] ints(TInt32 tensor) {
    int[] values = new int[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  /** The rows of a walk, as their first number tells. */
  static List<Integer> walk(Batches batches) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < batches.count(); i++) {
      try (Batch batch = batches.fill(i)) {
        float[] numbers = floats(batch.numbers());
        for (int b = 0; b < batch.size(); b++) {
          rows.add((int) numbers[2 * b]);
        }
      }
    }
    return rows;
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 23, 30, 100})
  void walksInOrder(int batchSize) {
    Batches batches = Batches.inOrder(Samples.rows(23), batchSize);
    assertThat(batches.count()).isEqualTo((int) Math.ceil(23.0 / batchSize));
    assertThat(walk(batches)).isEqualTo(upTo(23));
  }

  @Test
  void shufflesByNothingButSeedAndEpoch() {
    EncodedRows rows = Samples.rows(100);
    List<Integer> first = walk(Batches.shuffled(rows, 32, 5, 0));
    assertThat(first).containsExactlyInAnyOrderElementsOf(upTo(100)).isNotEqualTo(upTo(100));
    assertThat(walk(Batches.shuffled(rows, 32, 5, 0))).isEqualTo(first);
    assertThat(walk(Batches.shuffled(rows, 10, 5, 0))).as("batch size").isEqualTo(first);
    assertThat(walk(Batches.shuffled(rows, 32, 5, 1))).isNotEqualTo(first);
    assertThat(walk(Batches.shuffled(rows, 32, 6, 0))).isNotEqualTo(first);
    assertThat(walk(Batches.shuffled(rows, 32, 4, 1))).isNotEqualTo(first);
  }

  /** Each of the 24 orders of 4 rows comes up as often as the others. */
  @Test
  void shufflesEvenly() {
    int[] counts = new int[4 * 4 * 4 * 4];
    for (int epoch = 0; epoch < 24_000; epoch++) {
      int[] order = RowOrder.Shuffled.of(4, 9, epoch).rows();
      counts[order[0] + 4 * order[1] + 16 * order[2] + 64 * order[3]]++;
    }
    assertThat(IntStream.of(counts).filter(c -> c > 0).count()).isEqualTo(24);
    // The standard deviation of a count is 31.
    assertThat(IntStream.of(counts).filter(c -> c > 0)).allMatch(c -> c > 850 && c < 1150);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void holdsWhatTheRowsHold(boolean shuffled) {
    EncodedRows rows = Samples.rows(23);
    Batches batches = shuffled ? Batches.shuffled(rows, 5, 1, 2) : Batches.inOrder(rows, 5);
    for (int i = 0; i < batches.count(); i++) {
      try (Batch batch = batches.fill(i)) {
        assertThat(batch.size()).isEqualTo(i == 4 ? 3 : 5);
        assertHolds(batch, rows);
      }
    }
  }

  private static void assertHolds(Batch batch, EncodedRows rows) {
    int size = batch.size();
    assertThat(batch.numbers().shape()).isEqualTo(Shape.of(size, 2));
    assertThat(batch.categories().shape()).isEqualTo(Shape.of(size, 2));
    assertThat(batch.label(0).shape()).isEqualTo(Shape.of(size, 1));
    assertThat(batch.label(1).shape()).isEqualTo(Shape.of(size));
    assertThat(batch.label(2).shape()).isEqualTo(Shape.of(size, 2));
    assertThat(batch.label(3).shape()).isEqualTo(Shape.of(size, 2));
    assertThat(batch.label(4).shape()).isEqualTo(Shape.of(size, 1));
    for (int task : new int[] {0, 1, 2, 4}) {
      assertThat(batch.weights(task).shape()).isEqualTo(Shape.of(size));
    }
    assertThat(batch.weights(3).shape()).isEqualTo(Shape.of(size, 2));
    List<Integer> bagValues = new ArrayList<>();
    List<Integer> bagSegments = new ArrayList<>();
    double[] total = new double[5];
    for (int b = 0; b < size; b++) {
      int row = (int) batch.numbers().getFloat(b, 0);
      assertThat(batch.numbers().getFloat(b, 1)).isEqualTo(-row);
      for (int c = 0; c < 2; c++) {
        assertThat(batch.categories().getInt(b, c)).isEqualTo(rows.categories().get(2 * row + c));
      }
      EncodedBag bag = rows.bag(0);
      for (int v = bag.start(row); v < bag.start(row + 1); v++) {
        bagValues.add(bag.values().get(v));
        bagSegments.add(b);
      }
      assertThat(((TInt32) batch.label(1)).getInt(b)).isEqualTo((int) Samples.labels(rows, 1)[row]);
      for (int task : new int[] {0, 2, 3, 4}) {
        int width = task == 2 || task == 3 ? 2 : 1;
        for (int e = 0; e < width; e++) {
          assertThat(((TFloat32) batch.label(task)).getFloat(b, e))
              .isEqualTo(Samples.labels(rows, task)[width * row + e]);
        }
      }
      for (int task = 0; task < 5; task++) {
        int width = task == 3 ? 2 : 1;
        for (int e = 0; e < width; e++) {
          float expected = Samples.weights(rows, task)[width * row + e];
          float actual =
              width == 2 ? batch.weights(task).getFloat(b, e) : batch.weights(task).getFloat(b);
          assertThat(actual).isEqualTo(expected);
          total[task] += expected;
        }
      }
    }
    assertThat(ints(batch.bagValues(0)))
        .containsExactly(bagValues.stream().mapToInt(v -> v).toArray());
    assertThat(ints(batch.bagSegments(0)))
        .containsExactly(bagSegments.stream().mapToInt(v -> v).toArray());
    for (int task = 0; task < 5; task++) {
      assertThat(batch.totalWeight(task)).isCloseTo(total[task], within(1e-9));
    }
  }

  @Test
  void fillsBatchesWithoutNumbersCategoriesAndBagValues() {
    ExampleInfo info =
        new Infos().bag("items", new Rows.Ids(5)).task("y", new Kind.Binary()).build();
    RawColumns columns = Infos.columns(info);
    for (int row = 0; row < 3; row++) {
      columns.ids(0, new int[0]);
      columns.endRow();
    }
    EncodedRows rows = Preprocessing.fit(info, columns).encode(columns);
    try (Batch batch = Batches.inOrder(rows, 3).fill(0)) {
      assertThat(batch.numbers().shape()).isEqualTo(Shape.of(3, 0));
      assertThat(batch.categories().shape()).isEqualTo(Shape.of(3, 0));
      assertThat(batch.bagValues(0).shape()).isEqualTo(Shape.of(0));
      assertThat(batch.bagSegments(0).shape()).isEqualTo(Shape.of(0));
      assertThat(batch.totalWeight(0)).isZero();
    }
  }

  @Test
  void growsForLongBagsAndWideLabels() {
    ExampleInfo info =
        new Infos()
            .bag("items", new Rows.Ids(1000))
            .task("y", new Kind.Regression(40, false))
            .build();
    RawColumns columns = Infos.columns(info);
    float[] label = new float[40];
    for (int row = 0; row < 2; row++) {
      columns.ids(0, IntStream.range(500 * row, 500 * row + 500).toArray());
      label[39] = row + 1;
      columns.labels(0, label);
      columns.endRow();
    }
    EncodedRows rows = Preprocessing.fit(info, columns).encode(columns);
    try (Batch batch = Batches.inOrder(rows, 2).fill(0)) {
      assertThat(ints(batch.bagValues(0)))
          .containsExactly(IntStream.rangeClosed(1, 1000).toArray());
      assertThat(ints(batch.bagSegments(0)))
          .containsExactly(IntStream.range(0, 1000).map(i -> i / 500).toArray());
      assertThat(((TFloat32) batch.label(0)).getFloat(1, 39)).isEqualTo(2);
    }
  }

  @Test
  void saysThatABatchIsLargerThanTheData() {
    EncodedRows rows = Samples.rows(5);
    assertThatThrownBy(() -> Batches.shuffled(rows, 6, 0, 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "train: found 5 rows, expected at least one batch of 6; choose a smaller one, as in"
                + " builder().batchSize(4)");
    EncodedRows none =
        Preprocessing.fit(Samples.INFO, labelledRow())
            .encode(RawColumns.labelled("none", Samples.INFO, Infos.needs(Samples.INFO)));
    assertThatThrownBy(() -> Batches.inOrder(none, 6))
        .isInstanceOf(DataException.class)
        .hasMessage("none: found no row, expected at least one");
    assertThatThrownBy(() -> Batches.shuffled(none, 6, 0, 0))
        .isInstanceOf(DataException.class)
        .hasMessage("none: found no row, expected at least one");
    assertThatThrownBy(() -> Batches.inOrder(rows, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Batches.inOrder(rows, 2).fill(3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static RawColumns labelledRow() {
    RawColumns columns = Infos.columns(Samples.INFO);
    columns.endRow();
    return columns;
  }
}
