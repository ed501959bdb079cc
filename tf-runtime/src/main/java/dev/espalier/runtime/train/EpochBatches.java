package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Batches;
import java.util.BitSet;

/** The batches of a run, to be taken epoch after epoch. */
interface EpochBatches {

  /** Steps of an epoch in which some tasks are trained. */
  int steps(BitSet tasks);

  /** The batches of the next epoch, in which some tasks are trained. */
  Batches next(int epoch, BitSet tasks);
}
