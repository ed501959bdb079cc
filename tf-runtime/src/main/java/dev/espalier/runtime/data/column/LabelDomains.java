package dev.espalier.runtime.data.column;

import dev.espalier.runtime.model.ExampleInfo.Domain;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.List;

/** Refuses labels that their loss is not defined for. */
final class LabelDomains {
  /** How far from 1 the shares of a distribution may add up to: three decimals are enough. */
  private static final double TOLERANCE = 1e-3;

  private final List<Task> tasks;
  private final RowPlace place;

  LabelDomains(List<Task> tasks, RowPlace place) {
    this.tasks = tasks;
    this.place = place;
  }

  void check(int task, float value) {
    if (tasks.get(task).domain() != Domain.ANY_NUMBERS && value < 0) {
      throw place.refuse(what(task), String.valueOf(value), "a number of at least 0");
    }
  }

  void check(int task, float[] values) {
    Domain domain = tasks.get(task).domain();
    if (domain == Domain.ANY_NUMBERS) {
      return;
    }
    double sum = 0;
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw place.refuse(
            what(task) + ", element " + i, String.valueOf(values[i]), "a number of at least 0");
      }
      sum += values[i];
      missing += Float.isNaN(values[i]) ? 1 : 0;
    }
    if (domain == Domain.DISTRIBUTION && missing < values.length) {
      checkDistribution(task, sum, missing);
    }
  }

  private void checkDistribution(int task, double sum, int missing) {
    if (missing > 0) {
      throw place.refuse(
          what(task), "a distribution without " + missing + " of its numbers", "all or none");
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw place.refuse(
          what(task),
          "numbers that add up to " + (float) sum,
          "a distribution, which adds up to 1");
    }
  }

  private String what(int task) {
    return "task \"" + tasks.get(task).name() + '"';
  }
}
