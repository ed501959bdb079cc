package dev.espalier.runtime.train.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.Garden;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.BestScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of several validations is the best, where less is better. */
class BestSoFarTest {
  private int steps;

  private static BestSoFar byRmse(double leastGain) {
    return new BestSoFar(Score.of(GardenTask.height, "rmse").over(Garden.INFO.tasks()), leastGain);
  }

  private boolean judge(BestSoFar best, double rmse) {
    List<TaskEvaluation> tasks =
        Garden.INFO.tasks().stream()
            .map(task -> new TaskEvaluation(task.name(), 1, 1, Map.of("rmse", rmse)))
            .toList();
    return best.isImprovedBy(new Evaluation(tasks), 1, ++steps);
  }

  @Test
  void lessIsBetterAndOfEqualOnesTheFirstStays() {
    BestSoFar best = byRmse(0);
    assertThat(judge(best, 3)).isTrue();
    assertThat(judge(best, 3)).isFalse();
    assertThat(judge(best, 4)).isFalse();
    assertThat(best.without()).isEqualTo(2);
    assertThat(judge(best, 2)).isTrue();
    assertThat(best.without()).isZero();
    assertThat(best.best()).isEqualTo(Optional.of(new BestScore(2, 1, 4)));
  }

  @Test
  void aGainHasToBeGreaterThanTheLeast() {
    BestSoFar best = byRmse(0.5);
    judge(best, 3);
    assertThat(judge(best, 2.5)).isFalse();
    // Of the best, not of the last.
    assertThat(judge(best, 2.25)).isTrue();
  }

  @Test
  void whatIsNoNumberIsNeverBetter() {
    BestSoFar best = byRmse(0);
    assertThat(judge(best, Double.NaN)).isFalse();
    assertThat(best.best()).isEmpty();
    assertThat(judge(best, 3)).isTrue();
    assertThat(judge(best, Double.NaN)).isFalse();
  }

  @Test
  void goesOnFromWhatAnotherKept() {
    BestSoFar kept = byRmse(0);
    judge(kept, 3);
    judge(kept, 5);
    RunState state = new RunState();
    kept.keep(state);
    BestSoFar best = byRmse(0);
    judge(best, 1);
    best.resume(state);
    assertThat(best.best()).isEqualTo(Optional.of(new BestScore(3, 1, 1)));
    assertThat(best.without()).isEqualTo(1);
    assertThat(judge(best, 4)).isFalse();
  }
}
