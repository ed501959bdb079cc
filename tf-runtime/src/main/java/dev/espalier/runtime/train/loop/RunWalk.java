package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.train.rows.EpochBatches;
import java.util.BitSet;

/**
 * The walk of a run over its rows. What is kept is where an epoch began: its batches follow from
 * that, and those that were taken are left out.
 */
final class RunWalk implements Resumable {
  private final EpochBatches epochs;
  private double[] begun;

  RunWalk(EpochBatches epochs) {
    this.epochs = epochs;
    this.begun = epochs.position();
  }

  /** All batches of an epoch, to be asked for once. */
  Batches epoch(int epoch, BitSet trained) {
    return epochs.next(epoch, trained);
  }

  /** An epoch has ended. */
  void epochEnded() {
    begun = epochs.position();
  }

  @Override
  public void keep(RunState to) {
    to.put("begun", begun);
  }

  @Override
  public void resume(RunState from) {
    begun = from.numbers("begun", begun.length);
    epochs.moveTo(begun);
  }
}
