package dev.espalier.runtime.optimize;

/** So many steps. */
record StepSpan(long count) implements Span {

  StepSpan {
    ScheduleRanges.require(count >= 1, "number of steps", "at least 1", count);
  }

  @Override
  public long in(RunLength run) {
    return count;
  }
}
