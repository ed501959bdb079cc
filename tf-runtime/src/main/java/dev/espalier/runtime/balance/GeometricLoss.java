package dev.espalier.runtime.balance;

import java.util.Optional;

/** {@code (prod L_i)^(1/T)}. */
record GeometricLoss() implements LossBalancing {
  private static final LogObjective OBJECTIVE =
      new LogObjective(LossScale.GEOMETRIC_MEAN, 0, 1e-30);

  @Override
  public String name() {
    return "geometric loss";
  }

  @Override
  public Optional<LogObjective> logarithms() {
    return Optional.of(OBJECTIVE);
  }

  @Override
  public Weighing start(Beginning run) {
    return (step, tasks) -> new double[tasks.length];
  }
}
