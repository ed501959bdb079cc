package dev.espalier.runtime.optimize;

/** So many epochs. */
record EpochSpan(double count) implements Span {

  EpochSpan {
    ScheduleRanges.require(
        count > 0 && Double.isFinite(count), "number of epochs", "above 0", count);
  }

  @Override
  public long in(RunLength run) {
    return Math.max(1, Math.round(count * run.stepsPerEpoch()));
  }
}
