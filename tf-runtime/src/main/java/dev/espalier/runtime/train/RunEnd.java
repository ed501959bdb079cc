package dev.espalier.runtime.train;

/** Why a run ended. */
public enum RunEnd {
  /** It has had all its epochs. */
  ALL_EPOCHS(true),

  /** Every task has stopped, as {@link EarlyStopping} told it to. */
  ALL_TASKS_STOPPED(true),

  /** Nothing better came, as {@link BestWeights#patience} told it to wait for. */
  NOTHING_BETTER(true),

  /** It has had the steps of {@link TrainerBuilder#maxSteps}. */
  STEP_LIMIT(false),

  /** It has had the time of {@link TrainerBuilder#maxMinutes}. */
  TIME_LIMIT(false),

  /** It was asked to: {@link Trainer#stop}, Ctrl-C. */
  STOP_REQUESTED(false);

  private final boolean forGood;

  RunEnd(boolean forGood) {
    this.forGood = forGood;
  }

  /** Whether there is nothing left to go on with; other runs can be resumed. */
  public boolean isForGood() {
    return forGood;
  }
}
