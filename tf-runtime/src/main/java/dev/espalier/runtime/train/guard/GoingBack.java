package dev.espalier.runtime.train.guard;

/** Leaves the step that could not be taken, for the run to go back to its last checkpoint. */
public final class GoingBack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GoingBack() {
    super("A step was not finite.", null, false, false);
  }
}
