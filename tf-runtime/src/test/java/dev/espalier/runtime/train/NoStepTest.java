package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.report.Progress;
import dev.espalier.runtime.report.html.HtmlReport;
import dev.espalier.runtime.report.tensorboard.TensorBoard;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends before its first step says so, and leaves what was there. */
class NoStepTest {
  private static final List<Garden> ROWS = Garden.grow(40, 1);
  private static final Dataset<Garden> TRAIN = Dataset.of(ROWS);
  private static final Dataset<Garden> HELD = Dataset.of(Garden.grow(20, 2));

  @TempDir Path folder;

  private TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain()
        .epochs(2)
        .batchSize(20)
        .checkpoints(Checkpoints.in(folder.resolve("c")));
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("c"))) {
      return files.toList();
    }
  }

  @Test
  void aRunThatIsStoppedWhileItBeginsHasNoEpoch() throws IOException {
    GardenTrainer[] self = new GardenTrainer[1];
    boolean[] stopping = {true};
    List<String> moments = new ArrayList<>();
    TrainingListener asking =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            if (stopping[0]) {
              self[0].stop();
            }
          }

          @Override
          public void runEnded(History history) {
            moments.add("ended by " + history.end() + " after " + history.epochs().size());
          }
        };
    Path page = folder.resolve("run.html");
    try (TensorBoard board = TensorBoard.in(folder.resolve("events"));
        GardenTrainer trainer =
            builder()
                .listener(asking)
                .listener(Progress.lines(new PrintWriter(Writer.nullWriter())))
                .listener(HtmlReport.to(page))
                .listener(board)
                .build()) {
      self[0] = trainer;
      History history = trainer.fit(TRAIN, HELD);
      assertThat(history.end()).isEqualTo(RunEnd.STOP_REQUESTED);
      assertThat(history.epochs()).isEmpty();
      assertThat(history.examplesPerSecond()).isNaN();
      assertThat(history.stepMillis()).isNaN();
      assertThat(history.affinity().isKnown()).isFalse();
      assertThatThrownBy(history::last)
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "There is no epoch to report of: the run ended before its first step, by"
                  + " STOP_REQUESTED.");
      history.writeCsv(folder.resolve("history.csv"));
      history.writeJson(folder.resolve("history.json"));
      assertThat(folder.resolve("history.csv")).content().hasLineCount(1);
      assertThat(page).exists();
      assertThat(checkpoints()).isEmpty();
      // The next one is not stopped, and may write where this one would have.
      stopping[0] = false;
      assertThat(trainer.fit(TRAIN, HELD).end()).isEqualTo(RunEnd.ALL_EPOCHS);
    }
    assertThat(moments)
        .containsExactly("ended by STOP_REQUESTED after 0", "ended by ALL_EPOCHS after 2");
  }

  /** Reading may take long: whoever asks meanwhile is heard. */
  @Test
  void aRunIsStoppedWhileItReads() throws IOException {
    GardenTrainer[] self = new GardenTrainer[1];
    Dataset<Garden> asking =
        TRAIN.filter(
            row -> {
              self[0].stop();
              return true;
            });
    try (GardenTrainer trainer = builder().build()) {
      self[0] = trainer;
      History history = trainer.fit(asking, HELD);
      assertThat(history.end()).isEqualTo(RunEnd.STOP_REQUESTED);
      assertThat(history.epochs()).isEmpty();
      assertThat(checkpoints()).isEmpty();
    }
  }

  /** One that is gone on with and has no step left to take is as it was left. */
  @Test
  void aRunThatHasHadItsStepsLeavesItsCheckpoint() throws IOException {
    Map<String, float[]> left;
    try (GardenTrainer trainer = builder().maxSteps(3).build()) {
      assertThat(trainer.fit(TRAIN, HELD).epochs()).hasSize(2);
      left = Weights.of(trainer);
    }
    List<Path> files = checkpoints();
    assertThat(files).isNotEmpty();
    List<byte[]> bytes = new ArrayList<>();
    for (Path file : files) {
      bytes.add(Files.readAllBytes(file));
    }
    try (GardenTrainer trainer = builder().maxSteps(3).build()) {
      trainer.resume(folder.resolve("c"));
      History history = trainer.fit(TRAIN, HELD);
      assertThat(history.end()).isEqualTo(RunEnd.STEP_LIMIT);
      assertThat(history.epochs()).hasSize(2);
      assertThat(history.last().rows()).isEqualTo(20);
      assertThat(history.last().validation()).isEqualTo(Optional.of(trainer.evaluate(HELD)));
      Map<String, float[]> found = Weights.of(trainer);
      left.forEach((path, values) -> assertThat(found.get(path)).as(path).isEqualTo(values));
    }
    assertThat(checkpoints()).isEqualTo(files);
    for (int i = 0; i < files.size(); i++) {
      assertThat(files.get(i)).hasBinaryContent(bytes.get(i));
    }
  }
}
