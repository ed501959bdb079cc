package dev.espalier.runtime.train.course;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.TaskOptions;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Which tasks are trained in each epoch of a run, and how much of their weight counts. */
public final class TrainedTasks implements Resumable {
  private final double[] lossWeights;
  private final List<Optional<Curriculum<?>>> joining;
  private final BitSet stopped = new BitSet();

  /** Those of a run. */
  public TrainedTasks(List<Task> tasks, double[] lossWeights, TaskOptions options) {
    this.lossWeights = lossWeights;
    this.joining =
        tasks.stream()
            .map(
                task ->
                    options.curriculum().stream()
                        .filter(each -> each.task().name().equals(task.name()))
                        .<Curriculum<?>>map(each -> each)
                        .findFirst())
            .toList();
  }

  /**
   * Refuses a curriculum that can't be followed.
   *
   * @throws EspalierException when a task joins twice, after the last epoch or without a weight, or
   *     none is there at the beginning
   */
  public static void require(
      List<Task> tasks, double[] lossWeights, TaskOptions options, int epochs) {
    for (Curriculum<?> each : options.curriculum()) {
      String name = each.task().name();
      List<Integer> all =
          options.curriculum().stream()
              .filter(other -> other.task().name().equals(name))
              .map(Curriculum::epoch)
              .toList();
      if (all.size() > 1) {
        throw new EspalierException(
            "Task `%s` joins once. Found it joining at epochs %d and %d; leave one out."
                .formatted(name, all.get(0), all.get(1)));
      }
      if (each.epoch() > epochs) {
        throw new EspalierException(
            "Task `%s` joins at epoch %d, and a run has %d. Expected one of these, or a longer run: builder().epochs(%d)."
                .formatted(name, each.epoch(), epochs, each.epoch()));
      }
      if (lossWeights[each.task().ordinal()] == 0) {
        throw new EspalierException(
            "Task `%s` joins at epoch %d, and its loss weight is 0: it is never trained. Expected a weight above 0, or no curriculum for the task."
                .formatted(name, each.epoch()));
      }
    }
    TrainedTasks trained = new TrainedTasks(tasks, lossWeights, options);
    if (!options.curriculum().isEmpty() && trained.in(1).isEmpty()) {
      Curriculum<?> first =
          options.curriculum().stream()
              .min((a, b) -> Integer.compare(a.epoch(), b.epoch()))
              .orElseThrow();
      throw new EspalierException(
          "No task is trained in epoch 1: the first, `%s`, joins at epoch %d. Expected one that joins at epoch 1, or that the curriculum says nothing of."
              .formatted(first.task().name(), first.epoch()));
    }
  }

  /** The tasks that are trained in an epoch. */
  public BitSet in(int epoch) {
    BitSet tasks = ever();
    tasks.andNot(stopped);
    for (int task = 0; task < joining.size(); task++) {
      if (joining.get(task).isPresent() && joining.get(task).get().epoch() > epoch) {
        tasks.clear(task);
      }
    }
    return tasks;
  }

  /** The tasks that are trained at some time of the run, those that have stopped included. */
  public BitSet ever() {
    BitSet tasks = new BitSet();
    for (int task = 0; task < lossWeights.length; task++) {
      tasks.set(task, lossWeights[task] > 0);
    }
    return tasks;
  }

  /** Takes a task out for the rest of the run. */
  void stop(int task) {
    stopped.set(task);
  }

  @Override
  public void keep(RunState to) {
    to.put("stopped", stopped.stream().toArray());
  }

  @Override
  public void resume(RunState from) {
    stopped.clear();
    for (int task : from.counts("stopped")) {
      stopped.set(task);
    }
  }

  /** Whether no task is left. */
  public boolean allStopped() {
    return stopped.equals(ever());
  }

  /**
   * Weights times the factors of tasks that have joined and are still rising.
   *
   * @param weights by index of task; not changed
   * @param part of the epoch that is over with this step, up to 1
   */
  public double[] ramped(double[] weights, int epoch, double part) {
    double[] ramped = weights.clone();
    for (int task = 0; task < weights.length; task++) {
      if (joining.get(task).isPresent()) {
        ramped[task] *= joining.get(task).get().factor(epoch, part);
      }
    }
    return ramped;
  }
}
