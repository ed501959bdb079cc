package dev.espalier.runtime.train.guard;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.train.option.NonFinite;

/** What a run has done so far about steps that could not be taken. */
final class Recovery implements Resumable {
  private final NonFinite policy;
  private int times;
  private double factor = 1;

  Recovery(NonFinite policy) {
    this.policy = policy;
  }

  /** What is to be done now; ending the run where nothing else is left. */
  NonFinite answer() {
    return policy.holdsAfter(times) ? policy : NonFinite.stop();
  }

  /** It is done. */
  void answered() {
    times++;
    if (policy instanceof NonFinite.GoBack back) {
      factor *= back.factor();
    }
  }

  /** What the learning rate is multiplied by. */
  double factor() {
    return factor;
  }

  @Override
  public void keep(RunState to) {
    to.put("times", times);
    to.put("factor", factor);
  }

  @Override
  public void resume(RunState from) {
    times = (int) from.count("times");
    factor = from.number("factor");
  }
}
