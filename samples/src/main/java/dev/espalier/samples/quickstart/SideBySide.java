package dev.espalier.samples.quickstart;

import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.samples.cli.Figures;
import java.util.Locale;

/**
 * Two runs over the same tasks as a table.
 *
 * @param together multi-task training
 * @param apart independent training
 */
record SideBySide(Figures together, Figures apart) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "", "multi-task", "independent");
    for (int i = 0; i < together.test().tasks().size(); i++) {
      TaskEvaluation one = together.test().tasks().get(i);
      TaskEvaluation other = apart.test().tasks().get(i);
      metric(text, one, other, "rmse");
      metric(text, one, other, "r2");
    }
    line(text, "parameters", count(together.parameters()), count(apart.parameters()));
    line(text, "training, s", seconds(together), seconds(apart));
    line(text, "examples/s", speed(together), speed(apart));
    return text.toString();
  }

  private static void metric(
      StringBuilder text, TaskEvaluation one, TaskEvaluation other, String name) {
    line(text, one.task() + " " + name, number(one.metric(name)), number(other.metric(name)));
  }

  private static void line(StringBuilder text, String name, String one, String other) {
    text.append(String.format(Locale.ROOT, "%-14s%12s%13s%n", name, one, other));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String seconds(Figures figures) {
    return String.format(Locale.ROOT, "%.1f", figures.trainingSeconds());
  }

  private static String speed(Figures figures) {
    return count(Math.round(figures.history().examplesPerSecond()));
  }
}
