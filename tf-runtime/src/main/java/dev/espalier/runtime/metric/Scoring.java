package dev.espalier.runtime.metric;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.metric.Score.Term;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.ArrayList;
import java.util.List;

/** A score, and which way is better in each of its metrics. */
public final class Scoring {
  private final List<Part> parts;
  private final boolean lowerIsBetter;

  private record Part(int task, Measure measure, double weight) {}

  private Scoring(List<Part> parts) {
    this.parts = parts;
    this.lowerIsBetter = parts.stream().allMatch(part -> part.measure().lowerIsBetter());
  }

  static Scoring of(Score score, List<Task> tasks) {
    List<String> names = tasks.stream().map(Task::name).toList();
    List<Part> parts = new ArrayList<>();
    for (Term term : score.terms()) {
      int task = names.indexOf(term.task().name());
      if (task < 0) {
        throw new EspalierException(
            "A score names task `%s`; the tasks are %s."
                .formatted(term.task().name(), String.join(", ", names)));
      }
      parts.add(new Part(task, Measure.of(tasks.get(task), term.metric()), term.weight()));
    }
    return new Scoring(parts);
  }

  /** The tasks whose metrics count, by index. */
  public int[] tasks() {
    return parts.stream().mapToInt(Part::task).distinct().toArray();
  }

  /** Its value in an evaluation; NaN where labels define none. */
  public double of(Evaluation evaluation) {
    double sum = 0;
    double weights = 0;
    for (Part part : parts) {
      double value = part.measure().of(evaluation.tasks().get(part.task()));
      boolean turned = part.measure().lowerIsBetter() && !lowerIsBetter;
      sum += part.weight() * (turned ? -value : value);
      weights += part.weight();
    }
    return sum / weights;
  }

  /** By how much one value is better than another; negative where it is worse. */
  public double gain(double value, double over) {
    return lowerIsBetter ? over - value : value - over;
  }
}
