package dev.espalier.runtime.train.course;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Measure;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.option.TaskOptions;
import dev.espalier.runtime.train.run.TaskStop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches the tasks of a run that are to stop by themselves, and stops them. */
public final class TaskStopping implements Resumable {
  private final ModelSession session;
  private final TrainedTasks trained;
  private final List<Watch> watches = new ArrayList<>();

  /**
   * Watches over a run.
   *
   * @param trained is told of each task that stops
   */
  public TaskStopping(
      ModelSession session, List<Task> tasks, TrainedTasks trained, TaskOptions options) {
    this.session = session;
    this.trained = trained;
    for (int task : trained.ever().stream().toArray()) {
      String name = tasks.get(task).name();
      options
          .stopping(name)
          .ifPresent(rule -> watches.add(new Watch(task, name, rule, measure(tasks, task, rule))));
    }
  }

  private static Measure measure(List<Task> tasks, int task, EarlyStopping rule) {
    return rule.metric().map(name -> Measure.of(tasks.get(task), name)).orElseGet(Measure::loss);
  }

  /**
   * Refuses rules that can't be followed, before there is data.
   *
   * @throws EspalierException when a task is not trained, or has no such metric
   */
  public static void require(List<Task> tasks, double[] lossWeights, TaskOptions options) {
    for (int task = 0; task < tasks.size(); task++) {
      String name = tasks.get(task).name();
      if (lossWeights[task] == 0 && options.stopping().containsKey(name)) {
        throw new EspalierException(
            "earlyStopping(...) is said of task `%s`, which has loss weight 0 and is not trained. Expected a weight above 0, or no early stopping for the task."
                .formatted(name));
      }
      int index = task;
      options
          .stopping(name)
          .filter(rule -> lossWeights[index] > 0)
          .ifPresent(rule -> measure(tasks, index, rule));
    }
  }

  /**
   * Refuses a validation set that can't be judged by.
   *
   * @throws TrainingException when there is none
   * @throws DataException when it has no label of a task that is judged by it
   */
  public static void require(
      List<Task> tasks, BitSet trained, TaskOptions options, Optional<EncodedRows> validation) {
    for (int task : trained.stream().toArray()) {
      String name = tasks.get(task).name();
      if (options.stopping(name).isEmpty()) {
        continue;
      }
      EncodedRows rows =
          validation.orElseThrow(
              () ->
                  new TrainingException(
                      ("Early stopping of task `%s` looks at a validation set. Found none; expected"
                              + " fit(train, validation), or validation(share) of a cross-validation.")
                          .formatted(name)));
      if (!rows.hasWeight(task)) {
        throw new DataException(
            "The validation set (%s, %d rows) has no label of task `%s`, which early stopping judges by it. Expected at least one."
                .formatted(rows.name(), rows.size(), name));
      }
    }
  }

  /** One task that is watched. */
  private static final class Watch implements Resumable {
    private final int task;
    private final String name;
    private final EarlyStopping rule;
    private final Measure measure;
    private double best = Double.NaN;
    private double last = Double.NaN;
    private int bestEpoch;
    private int without;
    private Map<String, float[]> kept = Map.of();

    Watch(int task, String name, EarlyStopping rule, Measure measure) {
      this.task = task;
      this.name = name;
      this.rule = rule;
      this.measure = measure;
    }

    @Override
    public void keep(RunState to) {
      to.put("best", best);
      to.put("last", last);
      to.put("bestEpoch", bestEpoch);
      to.put("without", without);
      to.putArrays("kept", kept);
    }

    @Override
    public void resume(RunState from) {
      best = from.number("best");
      last = from.number("last");
      bestEpoch = (int) from.count("bestEpoch");
      without = (int) from.count("without");
      kept = from.arrays("kept");
    }

    double value(Evaluation evaluation) {
      return measure.of(evaluation.tasks().get(task));
    }

    boolean improvedBy(double value) {
      return Double.isNaN(best)
          ? !Double.isNaN(value)
          : measure.gain(value, best) > rule.leastGain();
    }
  }

  /**
   * Judges the tasks that were trained in an epoch, and stops those whose patience is over.
   *
   * @param found on the validation set
   * @param again evaluates it once more
   */
  public List<TaskStop> judge(
      int epoch, BitSet trainedNow, Optional<Evaluation> found, Supplier<Evaluation> again) {
    List<Watch> ending = new ArrayList<>();
    for (Watch watch : watches) {
      if (trainedNow.get(watch.task)) {
        judge(watch, epoch, found.orElseThrow());
        if (watch.without >= watch.rule.patience()) {
          ending.add(watch);
        }
      }
    }
    return ending.isEmpty() ? List.of() : stop(ending, epoch, again);
  }

  private void judge(Watch watch, int epoch, Evaluation found) {
    watch.last = watch.value(found);
    watch.without++;
    if (watch.improvedBy(watch.last)) {
      watch.best = watch.last;
      watch.bestEpoch = epoch;
      watch.without = 0;
      watch.kept = session.values(own(watch.task));
    }
  }

  /** Stops tasks with the better of their two heads; others' heads have no part in a task's. */
  private List<TaskStop> stop(List<Watch> ending, int epoch, Supplier<Evaluation> again) {
    List<Map<String, float[]>> last = new ArrayList<>();
    for (Watch watch : ending) {
      last.add(session.values(own(watch.task)));
      if (!watch.kept.isEmpty()) {
        session.assign(own(watch.task), watch.kept);
      }
    }
    Evaluation restored = again.get();
    List<TaskStop> stops = new ArrayList<>();
    for (int i = 0; i < ending.size(); i++) {
      Watch watch = ending.get(i);
      double value = watch.value(restored);
      boolean better =
          !watch.kept.isEmpty()
              && (Double.isNaN(watch.last) || watch.measure.gain(value, watch.last) > 0);
      if (!better) {
        session.assign(own(watch.task), last.get(i));
      }
      trained.stop(watch.task);
      stops.add(
          new TaskStop(
              watch.name, epoch, watch.measure.name(), watch.best, watch.bestEpoch, better));
      watch.kept = Map.of();
    }
    return stops;
  }

  @Override
  public void keep(RunState to) {
    watches.forEach(watch -> to.put(watch.name, watch));
  }

  @Override
  public void resume(RunState from) {
    watches.forEach(watch -> watch.resume(from.part(watch.name)));
  }

  /** What a task alone reaches. */
  private List<VariableSpec> own(int task) {
    return session.plan().all().stream()
        .filter(variable -> isOwn(session.tasks(variable), task))
        .toList();
  }

  private static boolean isOwn(int[] tasks, int task) {
    return tasks.length == 1 && tasks[0] == task;
  }
}
