package dev.espalier.runtime.train;

import dev.espalier.runtime.data.batch.Batches;
import java.util.BitSet;

/** The batches of a run, to be taken epoch after epoch. */
interface EpochBatches {

  /** Steps of an epoch in which some tasks are trained. */
  int steps(BitSet tasks);

  /** Which data sets there are beside the rows, and how they are mixed. */
  default String described() {
    return "one";
  }

  /** Where the walk is between two epochs; none where an epoch follows from its number. */
  default double[] position() {
    return new double[0];
  }

  /** Goes to where another walk over the same rows was. */
  default void moveTo(double[] position) {}

  /** The batches of the next epoch, in which some tasks are trained. */
  Batches next(int epoch, BitSet tasks);
}
