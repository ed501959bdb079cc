package dev.espalier.runtime.train.rows;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.batch.MixedWalk;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.option.TrainingOptions.Schedule;
import java.util.BitSet;
import java.util.List;

/** What a run learns from, or is evaluated on: one data set for all tasks, or one for each. */
public sealed interface Examples<E> {

  /**
   * Reads all rows.
   *
   * @param check called before each example; what it throws ends the reading
   */
  RawColumns read(ExampleCodec<E, ?, ?> codec, List<Needs> needs, Runnable check);

  /** Refuses what can't be learnt in this way, before anything is read. */
  default void requireFit(TrainingOptions options) {}

  /** The batches of a run over the rows that were read. */
  EpochBatches batches(EncodedRows rows, Schedule schedule, Resampling resampling);

  /** One data set for all tasks. */
  record Together<E>(Dataset<E> data) implements Examples<E> {
    @Override
    public RawColumns read(ExampleCodec<E, ?, ?> codec, List<Needs> needs, Runnable check) {
      return RawColumns.read(new InterruptibleDataset<>(data, check), codec, needs);
    }

    @Override
    public EpochBatches batches(EncodedRows rows, Schedule schedule, Resampling resampling) {
      return new WholeSet(rows, schedule, resampling);
    }
  }

  /** A data set for each task. */
  record ByTask<E>(TaskData<E, ?> data) implements Examples<E> {
    @Override
    public RawColumns read(ExampleCodec<E, ?, ?> codec, List<Needs> needs, Runnable check) {
      return RawColumns.read(
          data.through(set -> new InterruptibleDataset<>(set, check)), codec, needs);
    }

    @Override
    public void requireFit(TrainingOptions options) {
      Balancing method = options.balancing().orElse(Balancing.fixedWeights());
      if (data.oneTaskABatch() && together(method)) {
        throw new TrainingException(
            "%s mixes the %s of several tasks in a batch. Found batches of one task each; expected TaskData.of(...).inMixedBatches(), or balancing with Balancing.fixedWeights()."
                .formatted(
                    method.name(), method instanceof LossBalancing ? "losses" : "gradients"));
      }
    }

    /** Whether a method has nothing to do in batches of one task. */
    private static boolean together(Balancing method) {
      return !(method instanceof LossBalancing losses) || losses.logarithms().isPresent();
    }

    @Override
    public EpochBatches batches(EncodedRows rows, Schedule schedule, Resampling resampling) {
      int step = schedule.rowsOfStep(rows.size());
      return new Mixture(
          new MixedWalk(rows, data, step, schedule.seed(), resampling.task()),
          schedule.batchSize());
    }
  }

  /** The batches of one data set. */
  record WholeSet(EncodedRows rows, Schedule schedule, Resampling resampling)
      implements EpochBatches {
    @Override
    public int steps(BitSet tasks) {
      return Batches.count(rows.size(), schedule.rowsOfStep(rows.size()));
    }

    @Override
    public Batches next(int epoch, BitSet tasks) {
      return resampling.batches(rows, schedule, epoch);
    }
  }

  /** The batches of several. */
  record Mixture(MixedWalk walk, int partSize) implements EpochBatches {
    @Override
    public int steps(BitSet tasks) {
      return walk.steps(tasks);
    }

    @Override
    public String described() {
      return walk.described();
    }

    @Override
    public double[] position() {
      return walk.position();
    }

    @Override
    public void moveTo(double[] position) {
      walk.moveTo(position);
    }

    @Override
    public Batches next(int epoch, BitSet tasks) {
      return walk.next(epoch, tasks).inPartsOf(partSize);
    }
  }
}
