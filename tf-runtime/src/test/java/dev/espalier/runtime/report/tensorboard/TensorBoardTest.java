package dev.espalier.runtime.report.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.report.tensorboard.EventReader.Found;
import dev.espalier.runtime.train.ListenedRun;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTest {
  @TempDir private Path folder;

  private static final class Remembering implements TrainingListener {
    private final List<StepReport> steps = new ArrayList<>();
    private History history;

    @Override
    public void stepEnded(StepReport step) {
      steps.add(step);
    }

    @Override
    public void runEnded(History all) {
      history = all;
    }
  }

  private static Found only(List<Found> found, String tag, long step) {
    List<Found> all = found.stream().filter(f -> f.tag().equals(tag) && f.step() == step).toList();
    assertThat(all).as(tag + " at " + step).hasSize(1);
    return all.get(0);
  }

  private static void has(List<Found> found, String tag, long step, double value) {
    assertThat(only(found, tag, step).number()).as(tag).isEqualTo((float) value);
  }

  @Test
  void whatARunFoundIsInTheFiles() throws IOException {
    Remembering seen = new Remembering();
    Map<String, float[]> weights;
    try (TensorBoard board = TensorBoard.in(folder).everySteps(2).histograms(2)) {
      weights = ListenedRun.of(2, seen, board);
    }
    List<Found> train = EventReader.read(EventReader.file(folder.resolve("train")));
    List<Found> held = EventReader.read(EventReader.file(folder.resolve("validation")));

    // Three steps an epoch: every second one and the last.
    assertThat(train.stream().filter(f -> f.tag().equals("tasty/loss")).map(Found::step))
        .containsExactly(2L, 3L, 5L, 6L);
    has(train, "tasty/loss", 5, seen.steps.get(4).losses()[0]);
    has(train, "uses/loss", 6, seen.steps.get(5).losses()[3]);
    has(train, "learning rate", 6, 1e-2);
    assertThat(only(train, "examples per second", 6).number()).isPositive();
    assertThat(train.get(0).wallTime()).isBetween(1.7e9, 1e11);
    EpochReport last = seen.history.last();
    has(train, "height/weight", 6, 2);
    has(train, "height/gradient norm", 6, last.balance().gradientNorms().get(2));
    has(train, "cosine/tasty and height", 6, last.balance().cosines().get(0).get(2));
    has(held, "tasty/auc", 6, last.validation().orElseThrow().tasks().get(0).metric("auc"));
    has(held, "family/loss", 3, validation(seen.history.epochs().get(0)).get(1).loss());
    assertThat(train.stream().filter(f -> f.tag().startsWith("weights/")).map(Found::step))
        .hasSize(weights.size())
        .containsOnly(6L);
    agrees(only(train, "weights/trunk.hidden1.kernel", 6), weights.get("trunk.hidden1.kernel"));
  }

  /** What TensorBoard keeps of files in their order: what a restart follows is forgotten. */
  private static List<Found> kept(Path folder) throws IOException {
    List<Found> kept = new ArrayList<>();
    for (Path file : EventReader.files(folder)) {
      for (Found found : EventReader.read(file)) {
        if (found.isRestart()) {
          kept.removeIf(before -> before.step() >= found.step());
        } else {
          kept.add(found);
        }
      }
    }
    return kept;
  }

  private static List<Long> steps(List<Found> found, String tag) {
    return found.stream().filter(f -> f.tag().equals(tag)).map(Found::step).toList();
  }

  /** Killed after its fifth step, with the checkpoint of the fourth. */
  @Test
  void aRunThatIsGoneOnWithGoesOnAtItsStep() throws IOException {
    Path run = folder.resolve("run");
    try (TensorBoard board = TensorBoard.in(folder).everySteps(1)) {
      ListenedRun.part(run, 5, board);
    }
    try (var checkpoints = Files.list(run)) {
      for (Path file : checkpoints.filter(f -> f.toString().contains("005.espalier")).toList()) {
        Files.delete(file);
      }
    }
    try (TensorBoard board = TensorBoard.in(folder).everySteps(1)) {
      ListenedRun.part(run, 100, board);
    }
    assertThat(EventReader.files(folder.resolve("train"))).hasSize(2);
    List<Found> train = kept(folder.resolve("train"));
    assertThat(steps(train, "tasty/loss")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(steps(train, "tasty/weight")).containsExactly(3L, 6L, 9L);
    assertThat(steps(kept(folder.resolve("validation")), "tasty/auc")).containsExactly(3L, 6L, 9L);
  }

  @Test
  void whatARunWentBackOverIsForgotten() throws IOException {
    try (TensorBoard board = TensorBoard.in(folder).everySteps(1)) {
      ListenedRun.backFromTheFourthStep(folder.resolve("run"), board);
    }
    List<Found> train = kept(folder.resolve("train"));
    assertThat(steps(train, "tasty/loss")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(steps(train, "tasty/weight")).containsExactly(3L, 6L);
    assertThat(steps(kept(folder.resolve("validation")), "tasty/auc")).containsExactly(3L, 6L);
  }

  @Test
  void whatARunThatFailedFoundIsInTheFiles() throws IOException {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            if (step.epoch() == 2) {
              throw new IllegalStateException("no room left");
            }
          }
        };
    TensorBoard board = TensorBoard.in(folder).everySteps(1);
    assertThatThrownBy(() -> ListenedRun.of(2, board, failing))
        .isInstanceOf(IllegalStateException.class);
    // Not closed: what was told of is flushed.
    assertThat(steps(kept(folder.resolve("train")), "tasty/loss")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(steps(kept(folder.resolve("validation")), "tasty/auc")).containsExactly(3L);
    board.close();
  }

  private static List<TaskEvaluation> validation(EpochReport epoch) {
    return epoch.validation().orElseThrow().tasks();
  }

  private static void agrees(Found histogram, float[] values) {
    double sum = 0;
    float least = Float.MAX_VALUE;
    for (float value : values) {
      sum += value;
      least = Math.min(least, value);
    }
    assertThat(histogram.aDouble(1)).isEqualTo(least);
    assertThat(histogram.aDouble(3)).isEqualTo(values.length);
    assertThat(histogram.aDouble(4)).isCloseTo(sum, within(1e-6));
    List<Double> limits = histogram.doubles(6);
    List<Double> counts = histogram.doubles(7);
    assertThat(limits).hasSize(30);
    long below = 0;
    for (float value : values) {
      below += value < limits.get(9) ? 1 : 0;
    }
    assertThat(counts.subList(0, 10).stream().mapToDouble(Double::doubleValue).sum())
        .isEqualTo(below);
    assertThat(counts.stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(values.length);
  }

  @Test
  void equalValuesAreOneBinAndWhatIsNotFiniteIsLeftOut() {
    assertThat(Histograms.of(new float[] {2, 2, Float.NaN}).getBucketList()).containsExactly(2.0);
    assertThat(Histograms.of(new float[] {2, 2}).getBucketLimitList()).containsExactly(2.0);
    assertThat(Histograms.of(new float[] {Float.NaN}).getNum()).isZero();
  }

  /** The CRC of the nine digits is known; a flipped bit is found by the reader. */
  @Test
  void framesAreThoseOfTheFormat() throws IOException {
    assertThat(EventReader.crc32c("123456789".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0xe3069283);
    byte[] frame = EventFile.framed(new byte[] {1, 2, 3});
    assertThat(frame).hasSize(19);
    Path file = Files.write(folder.resolve("frame"), frame);
    assertThat(EventReader.records(file)).containsExactly(new byte[] {1, 2, 3});
    frame[13] ^= 1;
    Files.write(file, frame);
    assertThatThrownBy(() -> EventReader.records(file)).hasMessageContaining("checksum");
  }

  @Test
  void aFolderThatCannotBeIsSaidAtOnce() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    assertThatThrownBy(() -> TensorBoard.in(file))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Can't write events to " + file);
    assertThatThrownBy(() -> TensorBoard.in(folder).everySteps(0))
        .isInstanceOf(EspalierException.class)
        .hasMessage("Parameter `everySteps` should be at least 1. Found `everySteps = 0`.");
  }

  /** As on a disk that fills up after the first events. */
  @Test
  void aLogThatFailsEndsAndTheRunGoesOn() throws IOException {
    Full train = new Full();
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    try (TensorBoard board = new TensorBoard(new EventFile(train), new EventFile(held))) {
      Remembering seen = new Remembering();
      ListenedRun.of(2, board.everySteps(1), seen);
      assertThat(seen.steps).hasSize(6);
      assertThat(train.refused).isEqualTo(1);
    }
  }

  private static final class Full extends OutputStream {
    private int taken;
    private int refused;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (taken + count > 400) {
        refused++;
        throw new IOException("no space left");
      }
      taken += count;
    }
  }
}
