package dev.espalier.runtime.optimize;

/** {@code least + (1 - least) (1 - (step - 1) / over)^power}, from then on {@code least}. */
record PolynomialSchedule(double power, double least, Span over) implements RateSchedule {

  PolynomialSchedule {
    ScheduleRanges.require(power > 0 && Double.isFinite(power), "power", "above 0", power);
    ScheduleRanges.requireLeast(least);
  }

  @Override
  public Course start(RunLength run) {
    double length = over.in(run);
    return step -> {
      double left = Math.max(0, 1 - (step - 1) / length);
      return least + (1 - least) * Math.pow(left, power);
    };
  }
}
