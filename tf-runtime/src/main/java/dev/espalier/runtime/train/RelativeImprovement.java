package dev.espalier.runtime.train;

import dev.espalier.runtime.metric.Measure;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.model.TaskKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What training tasks together brings over training each alone, relative to the latter: the delta-m
 * of Maninis, Radosavovic and Kokkinos, <em>Attentive Single-Tasking of Multiple Tasks</em>, CVPR
 * 2019. Its text is a table.
 *
 * <pre>{@code
 * System.out.println(
 *     RelativeImprovement.of(() -> CensusTrainer.builder().epochs(12)).seeds(1, 2, 3).measure(train, test));
 * }</pre>
 *
 * <p>Of a seed, {@code delta_m = 1/T sum_t mean_k s (M - B) / |B|} over tasks t and the metrics k
 * of each, with M of the multi-task model, B of the single-task one, and s = 1 where higher is
 * better, -1 where lower is. (The paper divides by B; the two differ for a negative B, such as an
 * r2 of a baseline worse than the mean, where the paper's sign would turn.) NaN where B is 0 or a
 * metric is not defined. Means and standard deviations (n - 1) are over the seeds; that of one seed
 * is NaN.
 *
 * @param tasks in the order of the model, those that are trained
 * @param improvement delta-m over all tasks
 * @param seeds that were trained with
 * @param baseline what it is relative to: {@code single-task}, or {@code baseline} for one of the
 *     user's own
 */
public record RelativeImprovement(
    List<TaskImprovement> tasks, Spread improvement, List<Long> seeds, String baseline) {

  /** An improvement with lists that nobody changes. */
  public RelativeImprovement {
    tasks = List.copyOf(tasks);
    seeds = List.copyOf(seeds);
  }

  /** Mean and standard deviation over seeds. */
  public record Spread(double mean, double deviation) {

    /** That of some values, one for each seed; the deviation of a single one is NaN. */
    public static Spread of(double... values) {
      double mean = Arrays.stream(values).average().orElse(Double.NaN);
      double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
      return new Spread(mean, Math.sqrt(squares / (values.length - 1)));
    }
  }

  /**
   * What a task gained.
   *
   * @param task its name
   * @param metrics that it was judged by
   * @param improvement mean over its metrics
   */
  public record TaskImprovement(String task, List<MetricImprovement> metrics, Spread improvement) {

    /** The same with a list that nobody changes. */
    public TaskImprovement {
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * One metric of a task.
   *
   * @param measure which, and which way is better
   * @param multi its value in the multi-task model
   * @param single its value in the single-task model
   * @param improvement of the one over the other, relative
   */
  public record MetricImprovement(
      Measure measure, Spread multi, Spread single, Spread improvement) {}

  /**
   * What a task gained.
   *
   * @throws java.util.NoSuchElementException when it was not trained
   */
  public TaskImprovement of(TaskKey task) {
    return tasks.stream().filter(each -> each.task().equals(task.name())).findFirst().orElseThrow();
  }

  /**
   * A measurement of a model, to be set up and begun.
   *
   * @param builder makes the builder of the multi-task model anew for every training
   */
  public static <E, T extends Enum<T> & TaskKey, R extends Trainer<E, ?, ?, T>>
      ImprovementRuns<E, T> of(Supplier<TrainerBuilder<T, R>> builder) {
    return new ImprovementRuns<>(builder);
  }

  /**
   * One task of one training with one seed, together and alone.
   *
   * @param multi in the multi-task model
   * @param single in the single-task model
   */
  record Pair(TaskEvaluation multi, TaskEvaluation single) {

    double improvement(Measure measure) {
      double base = measure.of(single);
      return measure.gain(measure.of(multi), base) / (base == 0 ? Double.NaN : Math.abs(base));
    }

    double improvement(List<Measure> measures) {
      return measures.stream().mapToDouble(this::improvement).average().orElseThrow();
    }
  }

  /**
   * From what was evaluated.
   *
   * @param measures by task
   * @param pairs by task, then by seed
   */
  static RelativeImprovement of(
      List<List<Measure>> measures, List<List<Pair>> pairs, List<Long> seeds, String baseline) {
    List<TaskImprovement> tasks =
        IntStream.range(0, pairs.size())
            .mapToObj(task -> ofTask(measures.get(task), pairs.get(task)))
            .toList();
    double[] bySeed = new double[seeds.size()];
    Arrays.setAll(
        bySeed,
        seed ->
            IntStream.range(0, pairs.size())
                .mapToDouble(task -> pairs.get(task).get(seed).improvement(measures.get(task)))
                .average()
                .orElseThrow());
    return new RelativeImprovement(tasks, Spread.of(bySeed), seeds, baseline);
  }

  private static TaskImprovement ofTask(List<Measure> measures, List<Pair> pairs) {
    return new TaskImprovement(
        pairs.get(0).multi().task(),
        measures.stream()
            .map(
                measure ->
                    new MetricImprovement(
                        measure,
                        over(pairs, pair -> measure.of(pair.multi())),
                        over(pairs, pair -> measure.of(pair.single())),
                        over(pairs, pair -> pair.improvement(measure))))
            .toList(),
        over(pairs, pair -> pair.improvement(measures)));
  }

  private static Spread over(List<Pair> pairs, ToDoubleFunction<Pair> value) {
    return Spread.of(pairs.stream().mapToDouble(value).toArray());
  }

  /** A table with a line for each metric of each task, and one for all tasks. */
  @Override
  public String toString() {
    return ImprovementTable.of(this);
  }
}
