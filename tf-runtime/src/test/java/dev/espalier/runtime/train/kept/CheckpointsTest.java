package dev.espalier.runtime.train.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.file.ModelDescription;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.Garden;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.Checkpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When checkpoints are due, and which is the best. */
class CheckpointsTest {
  @TempDir Path folder;

  private static List<Integer> dueEpochs(Checkpoints options) {
    return IntStream.rangeClosed(1, 6).filter(options::dueAfterEpoch).boxed().toList();
  }

  private static List<Integer> dueSteps(Checkpoints options, Duration since) {
    return IntStream.rangeClosed(1, 6)
        .filter(step -> options.dueAfterStep(step, since))
        .boxed()
        .toList();
  }

  @Test
  void areDueAsWasSaid() {
    Checkpoints usual = Checkpoints.in(folder);
    assertThat(dueEpochs(usual)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(dueSteps(usual, Duration.ofDays(1))).isEmpty();
    Checkpoints seldom = usual.everyEpochs(2).everySteps(3);
    assertThat(dueEpochs(seldom)).containsExactly(2, 4, 6);
    assertThat(dueSteps(seldom, Duration.ofDays(1))).containsExactly(3, 6);
    // What is said of steps or time is instead of every epoch.
    assertThat(dueEpochs(usual.everySteps(3))).isEmpty();
    Checkpoints timed = usual.everyMinutes(2);
    assertThat(dueEpochs(timed)).isEmpty();
    assertThat(dueSteps(timed, Duration.ofSeconds(119))).isEmpty();
    assertThat(dueSteps(timed, Duration.ofSeconds(120))).containsExactly(1, 2, 3, 4, 5, 6);
  }

  private RunCheckpoints keepingTheBest() {
    ModelDescription nothing =
        new ModelDescription("Garden", "none", "1", "2", List.of(), List.of(), Map.of());
    SavedModel model = new SavedModel(nothing, Map.of(), Map.of(), new byte[0]);
    return new RunCheckpoints(
        Checkpoints.in(folder).keepBest(Score.of(GardenTask.height, "rmse")),
        Garden.INFO.tasks(),
        () -> Optional.of(model));
  }

  private static boolean isKept(RunCheckpoints checkpoints, double rmse) {
    checkpoints.validated(
        new Evaluation(
            Garden.INFO.tasks().stream()
                .map(task -> new TaskEvaluation(task.name(), 1, 1, Map.of("rmse", rmse)))
                .toList()),
        1,
        0);
    boolean written = checkpoints.best(state -> {}).isPresent();
    assertThat(checkpoints.best(state -> {})).as("once").isEmpty();
    return written;
  }

  @Test
  void theBestIsWrittenWhenItIsOneAlsoAfterARunWasGoneOnWith() {
    RunCheckpoints first = keepingTheBest();
    assertThat(isKept(first, 2)).isTrue();
    assertThat(isKept(first, 3)).isFalse();
    assertThat(isKept(first, 1.5)).isTrue();
    RunState state = new RunState();
    first.keep(state);
    RunCheckpoints next = keepingTheBest();
    next.resume(state);
    assertThat(isKept(next, 1.75)).isFalse();
    assertThat(isKept(next, 1.25)).isTrue();
  }
}
