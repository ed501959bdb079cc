package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Measure;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.range.Parameters;
import dev.espalier.runtime.train.RelativeImprovement.Pair;
import dev.espalier.runtime.train.rows.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The trainings that a {@link RelativeImprovement} is measured by: with every seed the multi-task
 * model once, and for each of its tasks a single-task model, with the same settings, epochs and
 * rows.
 *
 * <p>The single-task model is the same network with the loss weight of one task 1 and those of the
 * others 0: of a shared trunk, the trunk and that task's head. It is trained with fixed weights and
 * without a curriculum, which are matters of several tasks. {@link #against} takes another
 * baseline. Checkpoints, if the builder is told of them, are in a folder for each model and seed:
 * {@code together-0} inside the builder's.
 *
 * @param <E> the user's example
 * @param <T> the generated tasks
 */
public final class ImprovementRuns<E, T extends Enum<T> & TaskKey> {
  private final Supplier<? extends TrainerBuilder<T, ? extends Trainer<E, ?, ?, T>>> multi;
  private final Map<String, List<String>> metrics = new HashMap<>();
  private Optional<Supplier<? extends TrainerBuilder<T, ? extends Trainer<E, ?, ?, T>>>> baseline =
      Optional.empty();
  private Optional<Examples<E>> validation = Optional.empty();
  private List<Long> seeds = List.of(0L, 1L, 2L);

  ImprovementRuns(Supplier<? extends TrainerBuilder<T, ? extends Trainer<E, ?, ?, T>>> multi) {
    this.multi = multi;
  }

  /** The seeds, at least one; 0, 1 and 2 unless set. */
  public ImprovementRuns<E, T> seeds(long... values) {
    Parameters.require(values.length > 0, "seeds", "at least one", Arrays.toString(values));
    seeds = Arrays.stream(values).boxed().toList();
    return this;
  }

  /**
   * The metrics that a task is judged by, such as {@code auc}, or {@code loss}; the primary one of
   * its kind unless set, see {@link Measure}.
   */
  public ImprovementRuns<E, T> metrics(T task, String... names) {
    Parameters.require(names.length > 0, "metrics", "at least one", Arrays.toString(names));
    metrics.put(task.name(), List.of(names));
    return this;
  }

  /**
   * A baseline of one's own in place of single-task models: one training of all tasks with each
   * seed, such as that of a variant with {@code @IndependentTrunks}, whose tasks share nothing. Its
   * builder has settings of its own: give it the same epochs, batches and optimizer.
   */
  public <R extends Trainer<E, ?, ?, T>> ImprovementRuns<E, T> against(
      Supplier<TrainerBuilder<T, R>> builder) {
    baseline = Optional.of(builder);
    return this;
  }

  /** A validation set for every training, such as early stopping needs. */
  public ImprovementRuns<E, T> validation(Dataset<E> data) {
    validation = Optional.of(new Examples.Together<>(data));
    return this;
  }

  /** A validation set for each task, for every training. */
  public ImprovementRuns<E, T> validation(TaskData<E, T> data) {
    validation = Optional.of(new Examples.ByTask<>(data));
    return this;
  }

  /** Trains all models on a data set and evaluates them on another. */
  public RelativeImprovement measure(Dataset<E> train, Dataset<E> test) {
    return measure(new Examples.Together<>(train), new Examples.Together<>(test));
  }

  /** Trains all models on a data set for each task and evaluates them on one for all. */
  public RelativeImprovement measure(TaskData<E, T> train, Dataset<E> test) {
    return measure(new Examples.ByTask<>(train), new Examples.Together<>(test));
  }

  /** Trains and evaluates all models on data sets for each task. */
  public RelativeImprovement measure(TaskData<E, T> train, TaskData<E, T> test) {
    return measure(new Examples.ByTask<>(train), new Examples.ByTask<>(test));
  }

  private RelativeImprovement measure(Examples<E> train, Examples<E> test) {
    List<T> tasks = new ArrayList<>();
    List<List<Measure>> measures = new ArrayList<>();
    List<List<Pair>> pairs = new ArrayList<>();
    try (Trainer<E, ?, ?, T> described = multi.get().build()) {
      for (T task : described.trained()) {
        tasks.add(task);
        measures.add(measures(described.described(task)));
        pairs.add(new ArrayList<>());
      }
    }
    for (long seed : seeds) {
      Evaluation together =
          evaluated(multi.get().seed(seed).buildInside("together-" + seed), train, test);
      Optional<Evaluation> given =
          baseline.map(
              builder ->
                  evaluated(builder.get().seed(seed).buildInside("baseline-" + seed), train, test));
      for (int i = 0; i < tasks.size(); i++) {
        T task = tasks.get(i);
        Evaluation apart =
            given.orElseGet(
                () ->
                    evaluated(
                        multi.get().seed(seed).alone(task).buildInside(task.name() + "-" + seed),
                        train,
                        test));
        pairs.get(i).add(new Pair(together.of(task), apart.of(task)));
      }
    }
    return RelativeImprovement.of(
        measures, pairs, seeds, baseline.isPresent() ? "baseline" : "single-task");
  }

  private Evaluation evaluated(Trainer<E, ?, ?, T> trainer, Examples<E> train, Examples<E> test) {
    try (trainer) {
      trainer.fit(train, validation);
      return trainer.evaluate(test);
    }
  }

  private List<Measure> measures(Task task) {
    return metrics.containsKey(task.name())
        ? metrics.get(task.name()).stream().map(name -> Measure.of(task, name)).toList()
        : List.of(Measure.primary(task.kind()));
  }
}
