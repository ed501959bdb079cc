package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.option.Checkpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** What training does to a picture happens to the mask and the box along it, too. */
class AugmentationTest {
  private static final int HEIGHT = 6;
  private static final int WIDTH = 8;
  private static final int NONE = 255;

  /** A rectangle of class 1 on class 2; grey is 10 times the class. */
  private static MovedTasks row(int left, int top, int right, int bottom) {
    byte[] picture = new byte[HEIGHT * WIDTH];
    byte[] mask = new byte[HEIGHT * WIDTH];
    for (int i = 0; i < mask.length; i++) {
      boolean inside =
          i % WIDTH >= left && i % WIDTH < right && i / WIDTH >= top && i / WIDTH < bottom;
      mask[i] = (byte) (inside ? 1 : 2);
      picture[i] = (byte) (10 * mask[i]);
    }
    float[] box = {
      (left + right) / (2f * WIDTH),
      (top + bottom) / (2f * HEIGHT),
      (right - left) / (float) WIDTH,
      (bottom - top) / (float) HEIGHT
    };
    return new MovedTasks(picture, new float[] {1, 2, 3, 4, 5}, mask, box);
  }

  private static List<MovedTasks> moved() {
    List<MovedTasks> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(i % 2 == 0 ? row(0, 0, 3, 2) : row(2, 1, 7, 4));
    }
    return rows;
  }

  private static EncodedRows rows() {
    var codec = MovedTasksData.codec();
    RawColumns raw =
        RawColumns.read(Dataset.of(moved()), codec, new MovedTasksGraph().info().needs());
    return Preprocessing.fit(codec.info(), raw).encode(raw);
  }

  private static int[] bytes(Object tensor) {
    TUint8 bytes = (TUint8) tensor;
    int[] values = new int[Math.toIntExact(bytes.size())];
    int[] at = {0};
    bytes.scalars().forEach(value -> values[at[0]++] = value.getByte() & 0xFF);
    return values;
  }

  private static float[] floats(Object tensor) {
    TFloat32 floats = (TFloat32) tensor;
    float[] values = new float[Math.toIntExact(floats.size())];
    int[] at = {0};
    floats.scalars().forEach(value -> values[at[0]++] = value.getFloat());
    return values;
  }

  /** 1 to 15 in each pixel of depth and behind; colours are ten times as much, and brightened. */
  @Test
  void aPictureAlongAnotherMovesWithItAndKeepsItsValues() {
    byte[] places = new byte[15];
    byte[] colours = new byte[45];
    for (int i = 0; i < 45; i++) {
      places[i / 3] = (byte) (i / 3 + 1);
      colours[i] = (byte) (10 * (i / 3 + 1));
    }
    DepthTasks row = new DepthTasks(places, colours, places, true);
    var codec = DepthTasksData.codec();
    RawColumns raw =
        RawColumns.read(
            Dataset.of(Collections.nCopies(30, row)), codec, new DepthTasksGraph().info().needs());
    EncodedRows rows = Preprocessing.fit(codec.info(), raw).encode(raw);
    try (Batch batch = Batches.shuffled(rows, 30, 3, 1).fill(0)) {
      int[] depth = bytes(batch.tensor(0));
      int[] seen = bytes(batch.tensor(1));
      int[] behind = bytes(batch.tensor(2));
      Set<Integer> corners = new HashSet<>();
      int apart = 0;
      for (int r = 0; r < 30; r++) {
        int first = r * 15;
        corners.add(depth[first]);
        int bright = Integer.MIN_VALUE;
        for (int p = first; p < first + 15; p++) {
          assertThat(depth[p]).isBetween(0, 15);
          int by = seen[3 * p] - 10 * depth[p];
          if (seen[3 * p] > 0 && seen[3 * p] < 255) {
            assertThat(bright == Integer.MIN_VALUE || bright == by).isTrue();
            bright = by;
          }
          apart += depth[p] == behind[p] ? 0 : 1;
        }
      }
      assertThat(corners.size()).isGreaterThan(4);
      assertThat(apart).isGreaterThan(100);
    }
  }

  @Test
  void maskAndBoxFollowThePicture() {
    Set<String> seen = new HashSet<>();
    EncodedRows rows = rows();
    for (int epoch = 1; epoch <= 5; epoch++) {
      try (Batch batch = Batches.shuffled(rows, 40, 3, epoch).fill(0)) {
        int[] picture = bytes(batch.tensor(0));
        int[] mask = bytes(batch.label(0));
        float[] boxes = floats(batch.label(1));
        float[] weights = floats(batch.weights(1));
        for (int i = 0; i < 40; i++) {
          int start = i * HEIGHT * WIDTH;
          int[] ofRow = Arrays.copyOfRange(mask, start, start + HEIGHT * WIDTH);
          for (int p = 0; p < ofRow.length; p++) {
            int expected = ofRow[p] == NONE ? 0 : 10 * ofRow[p];
            assertThat(picture[start + p]).isEqualTo(expected);
          }
          seen.add(Arrays.toString(ofRow));
          checkBox(ofRow, Arrays.copyOfRange(boxes, 4 * i, 4 * i + 4), weights[i]);
        }
      }
    }
    assertThat(seen).as("ways of moving two pictures").hasSizeGreaterThan(60);
  }

  /** The box is that of the pixels of class 1; where none is left, it is missing. */
  private static void checkBox(int[] mask, float[] box, float weight) {
    int left = WIDTH;
    int right = 0;
    int top = HEIGHT;
    int bottom = 0;
    for (int p = 0; p < mask.length; p++) {
      if (mask[p] == 1) {
        left = Math.min(left, p % WIDTH);
        right = Math.max(right, p % WIDTH + 1);
        top = Math.min(top, p / WIDTH);
        bottom = Math.max(bottom, p / WIDTH + 1);
      }
    }
    boolean there = left < right;
    assertThat(weight).isEqualTo(there ? 1 : 0);
    float[] expected =
        there
            ? new float[] {
              (left + right) / (2f * WIDTH),
              (top + bottom) / (2f * HEIGHT),
              (right - left) / (float) WIDTH,
              (bottom - top) / (float) HEIGHT
            }
            : new float[4];
    assertThat(box).containsExactly(expected, within(1e-6f));
  }

  @Test
  void soundsAreShiftedIntoSilence() {
    Set<String> seen = new HashSet<>();
    try (Batch batch = Batches.shuffled(rows(), 40, 1, 1).fill(0)) {
      float[] sounds = floats(batch.tensor(1));
      for (int i = 0; i < 40; i++) {
        seen.add(Arrays.toString(Arrays.copyOfRange(sounds, 5 * i, 5 * i + 5)));
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "[3.0, 4.0, 5.0, 0.0, 0.0]",
            "[2.0, 3.0, 4.0, 5.0, 0.0]",
            "[1.0, 2.0, 3.0, 4.0, 5.0]",
            "[0.0, 1.0, 2.0, 3.0, 4.0]",
            "[0.0, 0.0, 1.0, 2.0, 3.0]");
  }

  @Test
  void equalSeedAndEpochGiveEqualBytesAndOthersDont() {
    EncodedRows rows = rows();
    int[] first = picture(Batches.shuffled(rows, 40, 3, 1));
    assertThat(picture(Batches.shuffled(rows, 40, 3, 1))).isEqualTo(first);
    assertThat(picture(Batches.shuffled(rows, 40, 3, 2))).isNotEqualTo(first);
    assertThat(picture(Batches.shuffled(rows, 40, 4, 1))).isNotEqualTo(first);
  }

  private static int[] picture(Batches batches) {
    try (Batch batch = batches.fill(0)) {
      return bytes(batch.tensor(0));
    }
  }

  /** What is drawn in the middle of an epoch follows from where the run was, not from before. */
  @Test
  void aRunThatIsGoneOnWithDrawsTheSame(@TempDir Path folder) {
    Map<String, float[]> whole = trained(MovedTasksTrainer.builder(), Optional.empty());
    Checkpoints checkpoints = Checkpoints.in(folder);
    trained(MovedTasksTrainer.builder().checkpoints(checkpoints).maxSteps(5), Optional.empty());
    Map<String, float[]> found = trained(MovedTasksTrainer.builder(), Optional.of(folder));
    assertThat(found).hasSameSizeAs(whole);
    whole.forEach((path, values) -> assertThat(found.get(path)).as(path).isEqualTo(values));
  }

  private static Map<String, float[]> trained(
      TrainerBuilder<MovedTasksTask, MovedTasksTrainer> builder, Optional<Path> from) {
    try (MovedTasksTrainer trainer = builder.epochs(3).batchSize(12).seed(3).build()) {
      from.ifPresent(trainer::resume);
      trainer.fit(MovedTasksData.of(moved()));
      return SavedWeights.of(trainer);
    }
  }

  @Test
  void outsideTrainingNothingIsDone() {
    try (Batch batch = Batches.inOrder(rows(), 2).fill(0)) {
      assertThat(bytes(batch.label(0))).doesNotContain(NONE);
      assertThat(floats(batch.tensor(1))).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
      assertThat(Arrays.copyOf(floats(batch.label(1)), 4)).isEqualTo(row(0, 0, 3, 2).box());
    }
  }
}
