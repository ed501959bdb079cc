package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.train.run.RunEnd;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed, or told to end, in the middle of a run. */
class KilledRunTest {
  private static final int EPOCHS = 12;

  @TempDir Path folder;

  private List<Path> files(String ending) throws IOException {
    Path checkpoints = folder.resolve("c");
    if (!Files.isDirectory(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(checkpoints)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static void whole(Path model) {
    try (GardenTrainer trainer = GardenProcess.builder(EPOCHS).build()) {
      trainer.fit(GardenProcess.rows());
      trainer.save(model);
    }
  }

  /** Killed at some step, then while a checkpoint is being written, then left to its end. */
  @Test
  @Timeout(300)
  void aRunThatWasKilledEndsAsOneThatWasNot() throws Exception {
    Path expected = folder.resolve("expected");
    whole(expected);
    Path model = folder.resolve("model");
    try (GardenProcess first = GardenProcess.start(folder.resolve("c"), EPOCHS, model)) {
      assertThat(first.awaitSteps(17)).isTrue();
      first.kill();
    }
    assertThat(files(".espalier")).isNotEmpty();
    try (GardenProcess second = GardenProcess.start(folder.resolve("c"), EPOCHS, model)) {
      assertThat(second.awaitSteps(1)).isTrue();
      while (second.isAlive() && files(".tmp").isEmpty()) {
        Thread.onSpinWait();
      }
      second.kill();
    }
    assertThat(Files.exists(model)).isFalse();
    try (GardenProcess third = GardenProcess.start(folder.resolve("c"), EPOCHS, model)) {
      assertThat(third.awaitSteps(1)).isTrue();
      while (third.awaitSteps(1)) {
        Thread.onSpinWait();
      }
      assertThat(third.exit()).isZero();
    }
    Map<String, float[]> values = ModelFile.read(expected).values();
    ModelFile.read(model)
        .values()
        .forEach((path, found) -> assertThat(found).as(path).isEqualTo(values.get(path)));
    // Equal models are equal bytes, whichever program wrote them.
    assertThat(model).hasSameBinaryContentAs(expected);
    // What was being written is cleared away.
    assertThat(files(".tmp")).isEmpty();
  }

  @Test
  @Timeout(300)
  void aRunThatIsInterruptedLeavesACheckpoint() throws Exception {
    assumeTrue(File.separatorChar == '/', "sends a signal");
    Path model = folder.resolve("model");
    try (GardenProcess program = GardenProcess.start(folder.resolve("c"), 100_000, model, "stop")) {
      assertThat(program.awaitSteps(3)).isTrue();
      program.interrupt();
      while (program.awaitSteps(1)) {
        Thread.onSpinWait();
      }
      assertThat(program.exit()).isEqualTo(143);
    }
    assertThat(files(".tmp")).isEmpty();
    try (GardenTrainer trainer = GardenProcess.builder(100_000).maxSteps(1).build()) {
      trainer.resume(folder.resolve("c"));
      assertThat(trainer.fit(GardenProcess.rows()).end()).isEqualTo(RunEnd.STEP_LIMIT);
    }
  }

  @Test
  @Timeout(300)
  void aSecondInterruptChangesNothing() throws Exception {
    assumeTrue(File.separatorChar == '/', "sends a signal");
    try (GardenProcess program =
        GardenProcess.start(folder.resolve("c"), 100_000, folder.resolve("m"), "stop", "wait")) {
      assertThat(program.awaitSteps(1)).isTrue();
      for (int i = 0; i < 5; i++) {
        program.interrupt();
      }
      // The step is under way still, and its checkpoint not yet written.
      assertThat(files(".espalier")).isEmpty();
      program.release();
      assertThat(program.exit()).isEqualTo(143);
    }
    assertThat(files(".espalier")).isNotEmpty();
  }
}
