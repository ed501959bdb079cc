package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.generated.CountedTasks.Side;
import dev.espalier.runtime.generated.VoidTasks.Part;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.metric.TaskOutcomes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class that does not count is neither learnt nor predicted nor measured: as if it were none. */
class VoidClassTest {
  private static final List<VoidTasks> ROWS = VoidTasks.rows();
  private static final List<CountedTasks> COUNTED = ROWS.stream().map(CountedTasks::of).toList();

  @Test
  void modelsWithAndWithoutItAreEqualBitForBit() {
    try (VoidTasksTrainer whole = VoidTasksTrainer.builder().epochs(4).batchSize(4).build();
        CountedTasksTrainer counted =
            CountedTasksTrainer.builder().epochs(4).batchSize(4).build()) {
      whole.fit(VoidTasksData.of(ROWS));
      counted.fit(CountedTasksData.of(COUNTED));
      List<TaskEvaluation> found = whole.evaluate(VoidTasksData.of(ROWS)).tasks();
      List<TaskEvaluation> expected = counted.evaluate(CountedTasksData.of(COUNTED)).tasks();
      for (int task = 0; task < expected.size(); task++) {
        assertThat(found.get(task).loss()).isEqualTo(expected.get(task).loss());
        assertThat(found.get(task).labels()).isEqualTo(expected.get(task).labels());
        assertThat(found.get(task).metrics().values())
            .containsExactlyElementsOf(expected.get(task).metrics().values());
      }
      assertSame(whole.predict(ROWS), counted.predict(COUNTED));
    }
  }

  private static void assertSame(
      List<VoidTasksPrediction> found, List<CountedTasksPrediction> expected) {
    for (int i = 0; i < found.size(); i++) {
      VoidTasksPrediction whole = found.get(i);
      CountedTasksPrediction counted = expected.get(i);
      for (int p = 0; p < VoidTasks.SIZE; p++) {
        assertThat(whole.entropy()[p]).isEqualTo((byte) (2 * counted.entropy()[p]));
        assertThat(whole.focal()[p]).isEqualTo(counted.focal()[p]);
        assertThat(whole.plain()[p]).isEqualTo(counted.plain()[p] + 1);
        assertThat(whole.dice()[p])
            .isEqualTo(counted.dice()[p] == Side.ONE ? Part.MIDDLE : Part.RIGHT);
        assertThat(whole.balanced()[p])
            .isEqualTo(counted.balanced()[p] == Side.ONE ? Part.LEFT : Part.RIGHT);
      }
    }
  }

  @Test
  void metricsAndConfusionsNameTheClassesThatCount() {
    try (VoidTasksTrainer trainer = VoidTasksTrainer.builder().epochs(1).batchSize(4).build()) {
      trainer.fit(VoidTasksData.of(ROWS));
      List<List<String>> names = new ArrayList<>();
      for (TaskEvaluation task : trainer.evaluate(VoidTasksData.of(ROWS)).tasks()) {
        assertThat(task.metric("miou"))
            .isEqualTo(
                task.metrics().keySet().stream()
                    .filter(name -> name.startsWith("iou["))
                    .mapToDouble(task::metric)
                    .average()
                    .orElseThrow());
        names.add(
            task.metrics().keySet().stream().filter(name -> name.startsWith("iou[")).toList());
      }
      assertThat(names)
          .containsExactly(
              List.of("iou[0]", "iou[2]"),
              List.of("iou[0]", "iou[1]"),
              List.of("iou[1]", "iou[2]"),
              List.of("iou[MIDDLE]", "iou[RIGHT]"),
              List.of("iou[LEFT]", "iou[RIGHT]"));
      TaskOutcomes dice = trainer.outcomes(VoidTasksData.of(ROWS)).get(3);
      assertThat(dice.confusion().orElseThrow().classes()).containsExactly("MIDDLE", "RIGHT");
    }
  }
}
