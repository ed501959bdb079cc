package dev.espalier.runtime.train.rows;

import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.train.option.TrainingOptions;
import java.util.BitSet;
import java.util.List;

/** The batches of a run, to be taken epoch after epoch. */
public interface EpochBatches {

  /** Steps of an epoch in which some tasks are trained. */
  int steps(BitSet tasks);

  /** How long a run is that comes to its end. */
  default RunLength length(List<Task> tasks, TrainingOptions options) {
    int ofEpoch = steps(options.trained(tasks));
    return new RunLength((long) ofEpoch * options.schedule().epochs(), ofEpoch);
  }

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
