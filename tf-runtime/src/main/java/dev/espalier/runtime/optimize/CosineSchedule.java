package dev.espalier.runtime.optimize;

/** {@code least + (1 - least) (1 + cos(pi (step - 1) / steps)) / 2}. */
record CosineSchedule(double least) implements RateSchedule {

  CosineSchedule {
    Ranges.requirePart("schedule's least factor", least);
  }

  @Override
  public double factor(long step, long steps) {
    double wave = (1 + Math.cos(Math.PI * (step - 1) / steps)) / 2;
    return least + (1 - least) * wave;
  }
}
