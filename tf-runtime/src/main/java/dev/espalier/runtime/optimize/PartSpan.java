package dev.espalier.runtime.optimize;

/** A part of the run. */
record PartSpan(double ofRun) implements Span {

  PartSpan {
    ScheduleRanges.require(ofRun > 0 && ofRun <= 1, "part of a run", "above 0, at most 1", ofRun);
  }

  @Override
  public long in(RunLength run) {
    return Math.max(1, Math.round(ofRun * run.steps()));
  }
}
