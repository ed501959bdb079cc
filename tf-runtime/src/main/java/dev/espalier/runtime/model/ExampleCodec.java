package dev.espalier.runtime.model;

/**
 * How a user's example becomes columns and how outputs become a typed prediction; implemented in
 * the generated {@code CensusData}.
 *
 * @param <E> the user's example
 * @param <I> the generated input: the features alone
 * @param <P> the generated prediction
 */
public interface ExampleCodec<E, I, P> {

  /** The features, tables and tasks. */
  ExampleInfo info();

  /** Writes an example's features, and the labels it has. */
  void encode(E example, RowWriter row);

  /** Writes the features alone. */
  void encodeInput(I input, RowWriter row);

  /** Makes one typed prediction of one row's outputs; a task that is absent there gives null. */
  P decode(PredictionReader row);
}
