package dev.espalier.runtime.data;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.TaskKey;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A data set for each task, of different sizes and distributions, for one model to learn from.
 *
 * <pre>{@code
 * trainer.fit(
 *     TaskData.of(CensusTask.income, CensusData.csv(incomes))
 *         .and(CensusTask.married, CensusData.csv(marriages))
 *         .mixing(TaskMixing.squareRoot()));
 * }</pre>
 *
 * <p>All sets hold the same type of example; what a set does not know of it (features, labels of
 * other tasks) is null or NaN there. A set teaches the tasks that it is given for and no others:
 * labels of other tasks do not count in it, neither in losses and metrics nor in statistics.
 *
 * <p>A batch has rows of one set unless {@link #inMixedBatches} is said: a step then trains the
 * tasks of one set, and computes the heads of these alone. An epoch has as many steps as all sets
 * have batches. How they are shared out is {@link TaskMixing}'s, {@link TaskMixing#proportional}
 * unless said. Each row of a set comes once before any comes twice, over the ends of epochs: a
 * small set is repeated, a large one goes on where the epoch before ended, and each walk over a set
 * has an order of its own, drawn from the seed. A set of fewer rows than a batch has batches of all
 * its rows; a set whose tasks are not trained (loss weight 0, not joined yet, stopped) takes no
 * turn, and the epoch is shorter by its batches.
 *
 * <p>Statistics of numbers, vocabularies and the scale of labels are learnt from all sets together,
 * every row counting alike: a large set says more than a small one, however they are mixed.
 *
 * <p>Immutable. Each set is read and encoded once.
 *
 * @param <E> the user's example
 * @param <T> the generated tasks
 */
public final class TaskData<E, T extends Enum<T> & TaskKey> {
  private final List<Part<E>> parts;
  private final TaskMixing mixing;
  private final boolean mixedBatches;

  /** One of the sets, and the tasks that it teaches, by index; not to be changed. */
  public record Part<E>(Dataset<E> data, BitSet tasks) {}

  private TaskData(List<Part<E>> parts, TaskMixing mixing, boolean mixedBatches) {
    this.parts = parts;
    this.mixing = mixing;
    this.mixedBatches = mixedBatches;
  }

  /** The first set, and the task that it teaches. */
  public static <E, T extends Enum<T> & TaskKey> TaskData<E, T> of(T task, Dataset<E> data) {
    return of(Set.of(task), data);
  }

  /**
   * The first set, and the tasks that it teaches: {@code EnumSet.allOf(CensusTask.class)} lets
   * every label count.
   *
   * @throws EspalierException when there is no task
   */
  public static <E, T extends Enum<T> & TaskKey> TaskData<E, T> of(Set<T> tasks, Dataset<E> data) {
    return new TaskData<>(List.of(part(tasks, data)), TaskMixing.proportional(), false);
  }

  /** The same and one more set; a task may be taught by several. */
  public TaskData<E, T> and(T task, Dataset<E> data) {
    return and(Set.of(task), data);
  }

  /**
   * The same and one more set, with the tasks that it teaches.
   *
   * @throws EspalierException when there is no task
   */
  public TaskData<E, T> and(Set<T> tasks, Dataset<E> data) {
    List<Part<E>> more = Stream.concat(parts.stream(), Stream.of(part(tasks, data))).toList();
    return new TaskData<>(more, mixing, mixedBatches);
  }

  private static <E, T extends Enum<T> & TaskKey> Part<E> part(Set<T> tasks, Dataset<E> data) {
    if (tasks.isEmpty()) {
      throw new EspalierException(
          "A data set teaches at least one task. Found none for %s; name it, as in TaskData.of(CensusTask.income, data)."
              .formatted(data.name()));
    }
    BitSet indices = new BitSet();
    tasks.forEach(task -> indices.set(task.ordinal()));
    return new Part<>(data, indices);
  }

  /**
   * The same, mixed in another way.
   *
   * <p>A set's size is that in batches, of at least 1, where a batch has rows of one set.
   */
  public TaskData<E, T> mixing(TaskMixing newMixing) {
    return new TaskData<>(parts, newMixing, mixedBatches);
  }

  /**
   * The same with rows of several sets in a batch, row by row in their shares. A step then sees
   * several tasks, as methods that balance gradients want it.
   */
  public TaskData<E, T> inMixedBatches() {
    return new TaskData<>(parts, mixing, true);
  }

  /** How messages call all sets together. */
  public String name() {
    return parts.stream()
        .map(part -> part.data().name())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** How rows are kept if any of the sets streams: as the first that does says. */
  public Optional<Streaming> streamed() {
    return parts.stream().flatMap(part -> part.data().streamed().stream()).findFirst();
  }

  /** The same, each set seen through something. */
  public TaskData<E, T> through(UnaryOperator<Dataset<E>> view) {
    List<Part<E>> seen =
        parts.stream().map(part -> new Part<>(view.apply(part.data()), part.tasks())).toList();
    return new TaskData<>(seen, mixing, mixedBatches);
  }

  /** Whether no batch has rows for several tasks. */
  public boolean oneTaskABatch() {
    return !mixedBatches && parts.stream().allMatch(part -> part.tasks().cardinality() == 1);
  }

  /** The sets and what each teaches, in the order in which they were named. */
  public List<Part<E>> parts() {
    return parts;
  }

  /** How often rows of each set come. */
  public TaskMixing mixing() {
    return mixing;
  }

  /** Whether a batch may have rows of several sets. */
  public boolean mixedBatches() {
    return mixedBatches;
  }
}
