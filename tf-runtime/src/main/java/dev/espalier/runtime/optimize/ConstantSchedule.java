package dev.espalier.runtime.optimize;

/** 1 in all steps. */
record ConstantSchedule() implements RateSchedule {

  @Override
  public Course start(RunLength run) {
    return step -> 1;
  }
}
