package dev.espalier.runtime.train.course;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.RunLength;
import java.util.List;
import java.util.Optional;

/** The course that a schedule of the learning rate takes in a run. */
final class ScheduleCourse implements Resumable {
  private static final String STATE = "state";

  private final RateSchedule.Course course;
  private final Optional<WatchedValue> watched;

  ScheduleCourse(RateSchedule schedule, RunLength run, List<Task> tasks, double[] lossWeights) {
    this.course = schedule.start(run);
    this.watched = WatchedValue.of(tasks, lossWeights, schedule);
  }

  /** What the rate is multiplied by in a step of the run, from 1. */
  double factor(long step) {
    return course.factor(step);
  }

  /** A validation has ended. */
  void validated(Evaluation found) {
    watched.ifPresent(value -> course.judged(value.in(found)));
  }

  @Override
  public void keep(RunState to) {
    to.put(STATE, course.state());
  }

  @Override
  public void resume(RunState from) {
    course.restore(from.numbers(STATE));
  }
}
