package dev.espalier.runtime.train;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.train.guard.LastGood;
import dev.espalier.runtime.train.loop.RunData;
import dev.espalier.runtime.train.loop.TrainingRun;
import dev.espalier.runtime.train.rows.EpochBatches;
import dev.espalier.runtime.train.rows.Examples;
import dev.espalier.runtime.train.rows.Resampling;
import dev.espalier.runtime.train.run.History;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes a session through a run without a validation set, which no trainer holds. */
public final class PlainRun {
  private PlainRun() {}

  /** Over one data set. */
  public static History of(ModelSession session, EncodedRows rows, TrainerOptions options) {
    return of(session, rows, options, LastGood::new);
  }

  /** Over one data set, with weights to go back to that are kept otherwise than usual. */
  public static History of(
      ModelSession session,
      EncodedRows rows,
      TrainerOptions options,
      BiFunction<ModelSession, Stepping, LastGood> lastGood) {
    Resampling resampling =
        Resampling.of(session.preprocessing().info().tasks(), options.training());
    EpochBatches batches = new Examples.WholeSet(rows, options.training().schedule(), resampling);
    return of(session, new RunData(rows, batches, Optional.empty()), options, lastGood);
  }

  /** Over some batches. */
  static History of(
      ModelSession session,
      RunData data,
      TrainerOptions options,
      BiFunction<ModelSession, Stepping, LastGood> lastGood) {
    return new TrainingRun(
            session, data, options.training(), options.listeners(), () -> {}, lastGood)
        .run();
  }
}
