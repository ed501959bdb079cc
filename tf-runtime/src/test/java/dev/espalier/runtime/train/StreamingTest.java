package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Streaming;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training from files gives the bits of training from memory. */
class StreamingTest {
  private static final List<Garden> ROWS = Garden.grow(300, 1);
  private static final Dataset<Garden> TRAIN = Dataset.of(ROWS);
  private static final Dataset<Garden> TEST = Dataset.of(Garden.grow(60, 2));

  @TempDir private Path folder;

  private Dataset<Garden> streaming(Dataset<Garden> data) {
    return data.streaming(Streaming.in(folder));
  }

  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain().epochs(2).batchSize(20).seed(3);
  }

  /** No file with a name, and none that is still open without one, where that can be seen. */
  private void nothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    Path open = Path.of("/proc/self/fd");
    if (Files.isDirectory(open)) {
      try (Stream<Path> links = Files.list(open)) {
        assertThat(links.map(StreamingTest::target))
            .noneMatch(target -> target.startsWith(folder.toString()));
      }
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // Closed since it was listed.
    }
  }

  @Test
  void trainsAndValidatesToTheSameBits() throws IOException {
    try (GardenTrainer inMemory = builder().build();
        GardenTrainer streamed = builder().build()) {
      History expected = inMemory.fit(TRAIN, TEST);
      History actual = streamed.fit(streaming(TRAIN), streaming(TEST));
      assertThat(actual.epochs()).hasSize(2);
      for (int epoch = 0; epoch < 2; epoch++) {
        assertThat(actual.epochs().get(epoch).losses())
            .isEqualTo(expected.epochs().get(epoch).losses());
        assertThat(actual.epochs().get(epoch).validation())
            .isEqualTo(expected.epochs().get(epoch).validation());
      }
      assertThat(streamed.evaluate(streaming(TEST))).isEqualTo(inMemory.evaluate(TEST));
      assertThat(streamed.predict(ROWS).get(7).height())
          .isEqualTo(inMemory.predict(ROWS).get(7).height());
    }
    nothingIsLeft();
  }

  @Test
  void streamsADataSetForEachTask() throws IOException {
    TaskData<Garden, GardenTask> sets =
        TaskData.of(GardenTask.tasty, TRAIN).and(GardenTask.height, TRAIN.where(i -> i % 3 == 0));
    try (GardenTrainer inMemory =
            builder().lossWeight(GardenTask.family, 0).lossWeight(GardenTask.uses, 0).build();
        GardenTrainer streamed =
            builder().lossWeight(GardenTask.family, 0).lossWeight(GardenTask.uses, 0).build()) {
      inMemory.fit(sets);
      streamed.fit(sets.through(this::streaming));
      assertThat(streamed.evaluate(TEST)).isEqualTo(inMemory.evaluate(TEST));
    }
    nothingIsLeft();
  }

  /** A part of what streams does, too. */
  @Test
  void partsStream() {
    Dataset<Garden> data = streaming(TRAIN);
    List<Dataset<Garden>> parts = new ArrayList<>();
    parts.add(data.split(0.5, 0, 0.5, 1).train());
    parts.add(data.splitter().folds(2, 1).get(0).train());
    parts.add(data.where(i -> i > 3));
    parts.add(data.filter(row -> row.age() > 1));
    for (Dataset<Garden> part : parts) {
      assertThat(part.streamed()).isEqualTo(Optional.of(Streaming.in(folder)));
    }
    assertThat(TRAIN.streamed()).isEmpty();
    assertThat(data.load().streamed()).isEmpty();
  }

  /** Whatever ends a run frees what it kept. */
  @Test
  void filesAreFreedWhenARunFails() throws IOException {
    try (GardenTrainer trainer =
        builder()
            .listener(
                new TrainingListener() {
                  @Override
                  public void epochEnded(EpochReport report) {
                    throw new IllegalStateException("enough");
                  }
                })
            .build()) {
      assertThatThrownBy(() -> trainer.fit(streaming(TRAIN))).hasMessage("enough");
    }
    nothingIsLeft();
  }
}
