package dev.espalier.runtime.metric;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.TaskKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One number that a whole model is judged by: a metric of a task, or the weighted mean of several:
 * {@code Score.of(CensusTask.income, "auc").and(CensusTask.married, "accuracy", 0.5)}.
 *
 * <p>Where all of them are better when they are smaller (losses, errors), the mean is better when
 * it is smaller. Else those that are better when smaller count negatively, and the mean is better
 * when it is larger.
 *
 * @param terms the metrics with their weights, at least one
 */
public record Score(List<Term> terms) {

  /**
   * A metric in a mean.
   *
   * @param task whose it is
   * @param metric such as {@code auc}, or {@code loss}
   * @param weight above 0
   */
  public record Term(TaskKey task, String metric, double weight) {
    /** A metric with a weight above 0. */
    public Term {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new EspalierException(
            "The weight of %s of task `%s` in a score should be above 0. Found %s."
                .formatted(metric, task.name(), weight));
      }
    }

    @Override
    public String toString() {
      return task.name() + "." + metric + (weight == 1 ? "" : " x " + weight);
    }
  }

  /** A score with a list that nobody changes. */
  public Score {
    terms = List.copyOf(terms);
  }

  /** A metric of a task, such as {@code auc}, or {@code loss}. */
  public static Score of(TaskKey task, String metric) {
    return new Score(List.of(new Term(task, metric, 1)));
  }

  /** The loss of a task. */
  public static Score loss(TaskKey task) {
    return of(task, Measure.loss().name());
  }

  /** The mean with another metric, whose weight is 1. */
  public Score and(TaskKey task, String metric) {
    return and(task, metric, 1);
  }

  /** The mean with another metric and its weight, above 0; that of the first one is 1. */
  public Score and(TaskKey task, String metric, double weight) {
    List<Term> more = new ArrayList<>(terms);
    more.add(new Term(task, metric, weight));
    return new Score(more);
  }

  /**
   * How evaluations of a model are scored.
   *
   * @param tasks the model's, by index
   * @throws EspalierException when a task is none of them, or has no such metric
   */
  public Scoring over(List<Task> tasks) {
    return Scoring.of(this, tasks);
  }

  @Override
  public String toString() {
    return terms.stream().map(Term::toString).collect(Collectors.joining(" + "));
  }
}
