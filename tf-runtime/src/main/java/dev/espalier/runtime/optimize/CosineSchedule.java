package dev.espalier.runtime.optimize;

/** {@code least + (1 - least) (1 + cos(pi (step - 1) / steps)) / 2}. */
record CosineSchedule(double least) implements RateSchedule {

  CosineSchedule {
    ScheduleRanges.requireLeast(least);
  }

  @Override
  public Course start(RunLength run) {
    double steps = run.steps();
    return step -> least + (1 - least) * fall(step - 1.0, steps);
  }

  /** Half a wave of the cosine, from 1 down to 0, after so many of some steps. */
  static double fall(double steps, double of) {
    return (1 + Math.cos(Math.PI * steps / of)) / 2;
  }
}
