package dev.espalier.samples.census;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.util.List;
import java.util.function.Supplier;

/**
 * A sharing scheme over the tasks of {@link Census}.
 *
 * @param name what it is called in the table
 * @param builder of its generated trainer
 */
record Scheme<R extends Trainer<Census, ?, ?, CensusTask>>(
    String name, Supplier<TrainerBuilder<CensusTask, R>> builder) {

  /** All that are compared, the plainest first. */
  static final List<Scheme<?>> ALL =
      List.of(
          new Scheme<>("shared bottom", CensusTrainer::builder),
          new Scheme<>("independent", CensusApartTrainer::builder),
          new Scheme<>("cross-stitch", CensusStitchedTrainer::builder),
          new Scheme<>("mixture of experts", CensusExpertsTrainer::builder),
          new Scheme<>("progressive extraction", CensusExtractionTrainer::builder),
          new Scheme<>("task attention", CensusAttentionTrainer::builder));

  /** Trains it once. */
  Figures train(SampleTraining training, Splits<Census> data) {
    return training.run(builder.get(), data);
  }
}
