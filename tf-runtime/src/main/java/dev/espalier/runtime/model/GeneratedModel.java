package dev.espalier.runtime.model;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;

/**
 * All that the runtime knows of a model; implemented by the generated, package-private {@code
 * CensusGraph}.
 *
 * <p>Training, evaluation, prediction and saving are written against this and against nothing
 * model-specific. The example's side, which variants of a model share, is its {@link ExampleCodec}.
 *
 * @param <E> the user's example
 * @param <I> the generated input: the features alone
 * @param <P> the generated prediction
 */
public interface GeneratedModel<E, I, P> {

  /** What of the model is not code: constant, known before any graph or data exists. */
  ModelInfo info();

  /** How examples become columns and outputs become predictions. */
  ExampleCodec<E, I, P> codec();

  /** The optimizer that the annotations say; the trainer's builder may replace it. */
  Optimizer optimizer();

  /** What can be looked at of what a sharing scheme learns; nothing of one that learns nothing. */
  default List<SharingInfo> sharing() {
    return List.of();
  }

  /** The balancing method that the annotations say; the trainer's builder may replace it. */
  default Balancing balancing() {
    return Balancing.fixedWeights();
  }

  /** What clips gradients, as the annotations say; the trainer's builder may replace it. */
  default Clipping clipping() {
    return Clipping.none();
  }

  /**
   * Builds the network in straight lines: once for training, with losses, and once for prediction,
   * without.
   */
  ModelGraph build(GraphBuilder g);
}
