package dev.espalier.runtime.checkpoint;

/**
 * A part of a run that remembers something from step to step.
 *
 * <p>Whatever has resumed from what another has kept goes on as the other would, to the bit.
 */
public interface Resumable {

  /** Notes all that is remembered. */
  void keep(RunState to);

  /**
   * Remembers what was noted, and nothing else.
   *
   * @throws dev.espalier.runtime.ModelFileException when something is not there
   */
  void resume(RunState from);
}
