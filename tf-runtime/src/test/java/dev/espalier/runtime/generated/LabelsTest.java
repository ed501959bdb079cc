package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.train.ModelProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What missing labels and weights of rows do to gradients through generated code. */
class LabelsTest {
  private static final List<LabelTasks> ROWS = LabelTasks.rows(6);
  private static final int NUMBERS = LabelTasksTask.numbers.ordinal();

  /** The gradients of each task's loss by the names of variables. */
  private static List<Map<String, float[]>> gradients(List<LabelTasks> rows) {
    try (ModelProbe probe = ModelProbe.of(new LabelTasksGraph(), rows, 5)) {
      return probe.gradients().stream()
          .map(
              ofTask -> {
                Map<String, float[]> named = new LinkedHashMap<>();
                ofTask.forEach((variable, values) -> named.put(variable.name(), values));
                return named;
              })
          .toList();
    }
  }

  private static List<LabelTasks> with(List<LabelTasks> rows, LabelTasks more) {
    List<LabelTasks> all = new ArrayList<>(rows);
    all.add(more);
    return all;
  }

  private static void assertSameBits(
      List<Map<String, float[]>> found, List<Map<String, float[]>> expected) {
    for (int task = 0; task < expected.size(); task++) {
      assertThat(found.get(task).keySet()).isEqualTo(expected.get(task).keySet());
      for (Map.Entry<String, float[]> entry : expected.get(task).entrySet()) {
        assertThat(found.get(task).get(entry.getKey()))
            .as("task %d, %s", task, entry.getKey())
            .containsExactly(entry.getValue());
        assertThat(entry.getValue()).doesNotContain(Float.NaN);
      }
    }
  }

  @Test
  void rowWithoutLabelsPullsNowhere() {
    LabelTasks row = ROWS.get(0).unlabelled();
    List<Map<String, float[]>> found = gradients(with(ROWS, row.at(1, 2, 3)));
    assertSameBits(gradients(with(ROWS, row.at(-50, 1e4f, 0))), found);
    assertClose(found, gradients(ROWS));
  }

  @Test
  void tasksWithoutLabelsHaveZeroGradients() {
    List<LabelTasks> rows = ROWS.stream().map(LabelTasks::unlabelled).toList();
    for (Map<String, float[]> ofTask : gradients(rows)) {
      assertThat(ofTask).isNotEmpty();
      ofTask.forEach(
          (name, values) -> {
            for (float value : values) {
              assertThat(value).as(name).isZero();
            }
          });
    }
  }

  @Test
  void elementWithoutLabelsHasZeroGradientOfItsOwn() {
    List<LabelTasks> rows =
        ROWS.stream()
            .map(row -> row.withNumbers(row.numbers()[0], Float.NaN, row.numbers()[2]))
            .toList();
    Map<String, float[]> found = gradients(rows).get(NUMBERS);
    float[] kernel = found.get("tasks.numbers.logits.kernel");
    for (int i = 0; i < kernel.length; i++) {
      assertThat(kernel[i] == 0).as("element %d", i % 3).isEqualTo(i % 3 == 1);
    }
    // Two elements of three are there: each counts for a half of the mean where it was a third.
    float[] whole = gradients(ROWS).get(NUMBERS).get("tasks.numbers.logits.kernel");
    for (int i = 0; i < kernel.length; i++) {
      if (i % 3 != 1) {
        assertThat(kernel[i]).isCloseTo(whole[i] * 1.5f, within(1e-6f));
      }
    }
  }

  @Test
  void rowOfWeightZeroPullsNowhere() {
    LabelTasks row = ROWS.get(0).weighing(0);
    List<Map<String, float[]>> found = gradients(with(ROWS, row.at(1, 2, 3)));
    assertSameBits(gradients(with(ROWS, row.at(-50, 1e4f, 0))), found);
  }

  @Test
  void rowOfWeightTwoIsTheRowTwice() {
    List<LabelTasks> heavy = new ArrayList<>(ROWS);
    heavy.set(1, ROWS.get(1).weighing(2));
    assertClose(gradients(heavy), gradients(with(ROWS, ROWS.get(1))));
  }

  private static void assertClose(
      List<Map<String, float[]>> found, List<Map<String, float[]>> expected) {
    for (int task = 0; task < expected.size(); task++) {
      for (Map.Entry<String, float[]> entry : expected.get(task).entrySet()) {
        assertThat(found.get(task).get(entry.getKey()))
            .as("task %d, %s", task, entry.getKey())
            .containsExactly(entry.getValue(), within(1e-6f));
      }
    }
  }

  /** Rows that their first number tells the task by that they are for. */
  private static Dataset<LabelTasks> rowsFor(LabelTasksTask task) {
    return Dataset.of(
        ROWS.stream()
            .map(row -> row.at(task.ordinal(), row.x()[1], row.x()[2]))
            .map(row -> row.x()[1] > 0 ? row : row.unlabelled())
            .toList());
  }

  /**
   * Every task has a set of its own, in which the labels of all others are there too and do not
   * count, and some of its own are missing; and all sets are in one batch.
   */
  @Test
  void everyAbsentLabelOfAMixedBatchHasGradientZero() {
    LabelTasksTask[] tasks = LabelTasksTask.values();
    TaskData<LabelTasks, LabelTasksTask> data = TaskData.of(tasks[0], rowsFor(tasks[0]));
    for (int i = 1; i < tasks.length; i++) {
      data = data.and(tasks[i], rowsFor(tasks[i]));
    }
    try (ModelProbe probe = ModelProbe.of(new LabelTasksGraph(), data.inMixedBatches(), 5)) {
      float[] numbers = probe.numbers();
      int rows = numbers.length / 3;
      assertThat(rows).isEqualTo(ROWS.size() * tasks.length);
      List<float[]> gradients = probe.logitGradients();
      int absent = 0;
      for (int task = 0; task < tasks.length; task++) {
        int units = gradients.get(task).length / rows;
        for (int row = 0; row < rows; row++) {
          boolean there = numbers[3 * row] == task && numbers[3 * row + 1] > 0;
          absent += there ? 0 : 1;
          for (int unit = row * units; unit < (row + 1) * units; unit++) {
            float gradient = gradients.get(task)[unit];
            assertThat(gradient == 0).as("task %d, row %d", task, row).isEqualTo(!there);
          }
        }
      }
      assertThat(absent).isBetween(rows * (tasks.length - 1), rows * tasks.length - 9);
    }
  }
}
