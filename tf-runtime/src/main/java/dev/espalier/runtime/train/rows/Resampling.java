package dev.espalier.runtime.train.rows;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.option.TrainingOptions.Sampling;
import dev.espalier.runtime.train.option.TrainingOptions.Schedule;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which rows the epochs of a run have: what the model says, unless the builder says otherwise. */
public final class Resampling {
  private final OptionalInt task;

  private Resampling(OptionalInt task) {
    this.task = task;
  }

  /**
   * That of a model under options.
   *
   * @throws EspalierException when rows are to be drawn by the classes of a task that has none
   */
  public static Resampling of(List<Task> tasks, TrainingOptions options) {
    OptionalInt drawn =
        IntStream.range(0, tasks.size())
            .filter(i -> isBy(tasks.get(i), options.sampling()))
            .findFirst();
    drawn.ifPresent(i -> requireClasses(tasks.get(i)));
    return new Resampling(drawn);
  }

  /** Whether rows are drawn by the classes of a task. */
  public static boolean isBy(Task task, Sampling sampling) {
    return sampling instanceof Sampling.EvenClasses even
        ? even.task().equals(task.name())
        : sampling instanceof Sampling.AsAnnotated && task.resampled();
  }

  private static void requireClasses(Task task) {
    if (!(task.kind() instanceof Kind.Binary || task.kind() instanceof Kind.MultiClass)) {
      throw new EspalierException(
          "Rows can be drawn by the classes of a binary or multi-class task. Found `resample(%s)`."
              .formatted(task.name()));
    }
  }

  /** The task by whose classes rows are drawn, if there is one. */
  OptionalInt task() {
    return task;
  }

  /** It as text. */
  public String described(List<Task> tasks) {
    return task.isPresent()
        ? "by the classes of `" + tasks.get(task.getAsInt()).name() + "`"
        : "each row once";
  }

  /** The batches of an epoch. */
  Batches batches(EncodedRows rows, Schedule schedule, int epoch) {
    int step = schedule.rowsOfStep(rows.size());
    Batches batches =
        task.isPresent()
            ? Batches.resampled(rows, step, task.getAsInt(), schedule.seed(), epoch)
            : Batches.shuffled(rows, step, schedule.seed(), epoch);
    return batches.inPartsOf(schedule.batchSize());
  }
}
