package dev.espalier.runtime.optimize;

import java.util.Optional;

/**
 * Up to where another schedule begins, in equal steps; then that schedule, over what is left of the
 * run.
 */
record WarmUpSchedule(Span span, RateSchedule after) implements RateSchedule {

  @Override
  public Course start(RunLength run) {
    // A schedule of one step at least: all of the run may be warm-up.
    long warming = Math.min(span.in(run), run.steps());
    long left = Math.max(1, run.steps() - warming);
    return new Warming(warming, after.start(new RunLength(left, run.stepsPerEpoch())));
  }

  @Override
  public Optional<Watched> watched() {
    return after.watched();
  }

  private record Warming(long steps, Course after) implements Course {

    @Override
    public double factor(long step) {
      return step > steps ? after.factor(step - steps) : after.factor(1) * step / (steps + 1);
    }

    @Override
    public void judged(double value) {
      after.judged(value);
    }

    @Override
    public double[] state() {
      return after.state();
    }

    @Override
    public void restore(double[] state) {
      after.restore(state);
    }
  }
}
