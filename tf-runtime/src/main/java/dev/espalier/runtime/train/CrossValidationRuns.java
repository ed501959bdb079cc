package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.split.Fold;
import dev.espalier.runtime.data.split.Split;
import dev.espalier.runtime.data.split.Splitter;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.range.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The trainings of a {@link CrossValidation}: one for each fold, with the same settings and seed.
 *
 * <p>Statistics and vocabularies are learnt anew in each, from what it trains on. The data set is
 * read twice for each fold and once to divide it; {@link Dataset#load} reads it once. Checkpoints,
 * if the builder is told of them, are in a folder for each fold: {@code fold1} inside the
 * builder's.
 *
 * @param <E> the user's example
 * @param <T> the generated tasks
 */
public final class CrossValidationRuns<E, T extends Enum<T> & TaskKey> {
  private final Supplier<? extends TrainerBuilder<T, ? extends Trainer<E, ?, ?, T>>> builder;
  private final int folds;
  private Optional<Function<? super E, ?>> label = Optional.empty();
  private Optional<Function<? super E, ?>> group = Optional.empty();
  private double held;
  private long seed;

  CrossValidationRuns(
      Supplier<? extends TrainerBuilder<T, ? extends Trainer<E, ?, ?, T>>> builder, int folds) {
    Parameters.require(folds >= 2 && folds <= 100, "folds", "from 2 to 100", folds);
    this.builder = builder;
    this.folds = folds;
  }

  /** The values of a label as often in each fold as in the whole; see {@link Splitter}. */
  public CrossValidationRuns<E, T> stratifiedBy(Function<? super E, ?> byLabel) {
    label = Optional.of(byLabel);
    return this;
  }

  /** All rows of a group in one fold; see {@link Splitter}. */
  public CrossValidationRuns<E, T> groupedBy(Function<? super E, ?> key) {
    group = Optional.of(key);
    return this;
  }

  /**
   * The share of what a fold's model would learn from that it is evaluated on after each epoch
   * instead, such as early stopping needs: from 0 until below 1; 0, which is none, unless set. It
   * is drawn, stratified and grouped as folds are.
   */
  public CrossValidationRuns<E, T> validation(double share) {
    Parameters.require(share >= 0 && share < 1, "validation", "from 0 until below 1", share);
    held = share;
    return this;
  }

  /** What folds are drawn from; 0 unless set. That of weights is the builder's. */
  public CrossValidationRuns<E, T> seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Trains and evaluates a model for each fold.
   *
   * @throws dev.espalier.runtime.DataException when data can't be used, or there are too few rows
   *     or groups
   */
  public CrossValidation run(Dataset<E> data) {
    Splitter<E> splitter = splitter(data);
    List<Evaluation> found = new ArrayList<>();
    for (Fold<E> fold : splitter.folds(folds, seed)) {
      found.add(evaluated(fold, splitter, found.size() + 1));
    }
    return CrossValidation.of(found);
  }

  private Splitter<E> splitter(Dataset<E> data) {
    Splitter<E> splitter = Splitter.of(data);
    if (label.isPresent()) {
      splitter = splitter.stratifiedBy(label.get());
    }
    return group.isPresent() ? splitter.groupedBy(group.get()) : splitter;
  }

  private Evaluation evaluated(Fold<E> fold, Splitter<E> splitter, int number) {
    try (Trainer<E, ?, ?, T> trainer = builder.get().buildInside("fold" + number)) {
      if (held > 0) {
        Split<E> split = splitter.over(fold.train()).split(1 - held, held, 0, seed);
        trainer.fit(split.train(), split.validation());
      } else {
        trainer.fit(fold.train());
      }
      return trainer.evaluate(fold.test());
    }
  }
}
