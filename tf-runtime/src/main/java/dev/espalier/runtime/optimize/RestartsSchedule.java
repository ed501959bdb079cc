package dev.espalier.runtime.optimize;

/** Waves of the cosine, each so many times as long and as high as the one before. */
record RestartsSchedule(Span first, double lengthening, double lowering, double least)
    implements RateSchedule {

  RestartsSchedule {
    ScheduleRanges.require(
        lengthening >= 1 && Double.isFinite(lengthening), "lengthening", "at least 1", lengthening);
    ScheduleRanges.require(
        lowering > 0 && lowering <= 1, "lowering", "above 0 and at most 1", lowering);
    ScheduleRanges.requireLeast(least);
  }

  @Override
  public Course start(RunLength run) {
    double length = first.in(run);
    return step -> factor(step - 1.0, length);
  }

  private double factor(double steps, double first) {
    double since = steps;
    double length = first;
    double wave = 0;
    if (lengthening == 1) {
      wave = Math.floor(steps / first);
      since = steps - wave * first;
    } else {
      while (since >= length) {
        since -= length;
        length *= lengthening;
        wave++;
      }
    }
    double height = Math.pow(lowering, wave);
    return least + (1 - least) * height * CosineSchedule.fall(since, length);
  }
}
