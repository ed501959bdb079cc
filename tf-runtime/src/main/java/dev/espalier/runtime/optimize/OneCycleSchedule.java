package dev.espalier.runtime.optimize;

/** Up from {@code start} to 1 over a part of the run, down to {@code end}; both along cosines. */
record OneCycleSchedule(double rising, double start, double end) implements RateSchedule {

  OneCycleSchedule {
    ScheduleRanges.require(
        rising >= 0 && rising < 1, "rising part", "at least 0 and below 1", rising);
    ScheduleRanges.require(start > 0 && start <= 1, "first factor", "above 0 and at most 1", start);
    ScheduleRanges.require(end >= 0 && end <= 1, "last factor", "at least 0 and at most 1", end);
  }

  @Override
  public Course start(RunLength run) {
    double last = run.steps() - 1.0;
    // The peak is a step of the run: the last of those that rise.
    double peak = Math.max(0, Math.round(rising * run.steps()) - 1.0);
    return step -> {
      double at = step - 1.0;
      return at < peak
          ? between(start, 1, at / peak)
          : between(1, end, last == peak ? 0 : (at - peak) / (last - peak));
    };
  }

  private static double between(double from, double to, double part) {
    return to + (from - to) * CosineSchedule.fall(part, 1);
  }
}
