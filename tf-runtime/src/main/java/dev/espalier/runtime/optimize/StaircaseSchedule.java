package dev.espalier.runtime.optimize;

/** {@code factor^floor((step - 1) / every)}. */
record StaircaseSchedule(double factor, Span every) implements RateSchedule {

  StaircaseSchedule {
    ScheduleRanges.requireFactor(factor);
  }

  @Override
  public Course start(RunLength run) {
    long length = every.in(run);
    return step -> {
      long stretches = (step - 1) / length;
      return Math.pow(factor, (double) stretches);
    };
  }
}
