package dev.espalier.runtime.train.run;

/** Why a run ended. */
public enum RunEnd {
  /** It has had all its epochs. */
  ALL_EPOCHS(true, "it has had all its epochs"),

  /**
   * Every task has stopped, as {@link dev.espalier.runtime.train.option.EarlyStopping} told it to.
   */
  ALL_TASKS_STOPPED(true, "every task has stopped"),

  /**
   * Nothing better came, as {@link dev.espalier.runtime.train.option.BestWeights#patience} told it
   * to wait for.
   */
  NOTHING_BETTER(true, "validations brought nothing better"),

  /** It has had the steps of {@link dev.espalier.runtime.train.TrainerBuilder#maxSteps}. */
  STEP_LIMIT(false, "it has had the steps that it was given"),

  /** It has had the time of {@link dev.espalier.runtime.train.TrainerBuilder#maxMinutes}. */
  TIME_LIMIT(false, "it has had the time that it was given"),

  /** It was asked to: {@link dev.espalier.runtime.train.Trainer#stop}, Ctrl-C. */
  STOP_REQUESTED(false, "it was asked to");

  private final boolean forGood;
  private final String words;

  RunEnd(boolean forGood, String words) {
    this.forGood = forGood;
    this.words = words;
  }

  /** Whether there is nothing left to go on with; other runs can be resumed. */
  public boolean isForGood() {
    return forGood;
  }

  /** Why, as reports say it after "because": {@code it has had all its epochs}. */
  public String words() {
    return words;
  }
}
