package dev.espalier.runtime.train;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.train.RelativeImprovement.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How well a model does on rows that it has not learnt from, each row tested once: the data is
 * divided into folds, and a model is trained for each on all others. Its text is a table.
 *
 * <pre>{@code
 * System.out.println(
 *     CrossValidation.of(() -> CensusTrainer.builder().epochs(12), 5)
 *         .stratifiedBy(Census::highIncome)
 *         .run(data));
 * }</pre>
 *
 * <p>Source: Stone, <em>Cross-validatory choice and assessment of statistical predictions</em>,
 * Journal of the Royal Statistical Society B 36, 1974. Folds share what they learn from, so their
 * spread is no more than a hint at that of new data: Bengio and Grandvalet, <em>No unbiased
 * estimator of the variance of k-fold cross-validation</em>, JMLR 5, 2004.
 *
 * @param folds what each model found on its own fold, in the order of folds
 * @param tasks in the order of the model
 */
public record CrossValidation(List<Evaluation> folds, List<TaskFolds> tasks) {

  /** A cross-validation with lists that nobody changes. */
  public CrossValidation {
    folds = List.copyOf(folds);
    tasks = List.copyOf(tasks);
  }

  /**
   * One task over all folds.
   *
   * @param task its name
   * @param metrics {@code loss}, then the metrics of its kind
   */
  public record TaskFolds(String task, List<MetricFolds> metrics) {

    /** The same with a list that nobody changes. */
    public TaskFolds {
      metrics = List.copyOf(metrics);
    }

    /**
     * A metric by its name, such as {@code loss} or {@code auc}.
     *
     * @throws EspalierException if the task has none of that name; says which it has
     */
    public MetricFolds metric(String name) {
      return metrics.stream()
          .filter(each -> each.metric().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new EspalierException(
                      "Task `%s` has no metric `%s`. Expected one of %s."
                          .formatted(
                              task,
                              name,
                              metrics.stream()
                                  .map(MetricFolds::metric)
                                  .collect(Collectors.joining(", ")))));
    }
  }

  /**
   * One metric of a task over all folds.
   *
   * @param metric its name
   * @param values of each fold; NaN where its labels define none
   * @param spread mean and standard deviation (n - 1) over the folds that have a value
   */
  public record MetricFolds(String metric, List<Double> values, Spread spread) {

    /** The same with a list that nobody changes. */
    public MetricFolds {
      values = List.copyOf(values);
    }

    static MetricFolds of(
        String metric, List<TaskEvaluation> folds, ToDoubleFunction<TaskEvaluation> value) {
      List<Double> values = folds.stream().mapToDouble(value).boxed().toList();
      double[] defined =
          values.stream().mapToDouble(each -> each).filter(each -> !Double.isNaN(each)).toArray();
      return new MetricFolds(metric, values, Spread.of(defined));
    }
  }

  /**
   * A cross-validation, to be set up and run.
   *
   * @param builder makes the builder of the model anew for every fold
   * @param folds from 2 to 100
   */
  public static <E, T extends Enum<T> & TaskKey, R extends Trainer<E, ?, ?, T>>
      CrossValidationRuns<E, T> of(Supplier<TrainerBuilder<T, R>> builder, int folds) {
    return new CrossValidationRuns<>(builder, folds);
  }

  /** From what was evaluated, fold by fold. */
  static CrossValidation of(List<Evaluation> folds) {
    List<TaskFolds> tasks = new ArrayList<>();
    for (int task = 0; task < folds.get(0).tasks().size(); task++) {
      int index = task;
      List<TaskEvaluation> found = folds.stream().map(each -> each.tasks().get(index)).toList();
      List<MetricFolds> metrics = new ArrayList<>();
      metrics.add(MetricFolds.of("loss", found, TaskEvaluation::loss));
      for (String name : found.get(0).metrics().keySet()) {
        metrics.add(MetricFolds.of(name, found, each -> each.metric(name)));
      }
      tasks.add(new TaskFolds(found.get(0).task(), metrics));
    }
    return new CrossValidation(folds, tasks);
  }

  /**
   * What was found of a task.
   *
   * @throws EspalierException if the task is none of this model's
   */
  public TaskFolds of(TaskKey task) {
    return tasks.stream()
        .filter(each -> each.task().equals(task.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new EspalierException(
                    "No task '%s' was evaluated; the tasks are %s"
                        .formatted(
                            task.name(),
                            tasks.stream()
                                .map(TaskFolds::task)
                                .collect(Collectors.joining(", ")))));
  }

  /** A table with a line for each metric of each task but those of single classes. */
  @Override
  public String toString() {
    return CrossValidationTable.of(this);
  }
}
