package dev.espalier.runtime.optimize;

/** {@code factor^((step - 1) / over)}. */
record ExponentialSchedule(double factor, Span over) implements RateSchedule {

  ExponentialSchedule {
    ScheduleRanges.requireFactor(factor);
  }

  @Override
  public Course start(RunLength run) {
    double length = over.in(run);
    return step -> Math.pow(factor, (step - 1) / length);
  }
}
