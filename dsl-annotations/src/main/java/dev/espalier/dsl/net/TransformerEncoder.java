package dev.espalier.dsl.net;

import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.Gelu;
import dev.espalier.dsl.LayerNorm;
import dev.espalier.dsl.SelfAttention;
import dev.espalier.dsl.Tensor;

/**
 * A transformer's encoder block: {@code [length, units]} to {@code [length, units]}, used by {@code
 * Block(network = TransformerEncoder.class, units = 64, repeat = 2)} and a layer normalisation on
 * the same line; units are those that flow in, a multiple of 4.
 *
 * <p>Attention with 4 heads and a dense network of {@code 4 units} with GELU, each behind a
 * normalisation and beside a shortcut. Normalising first lets it learn without a slow start of the
 * learning rate (Xiong et al., ICML 2020); the last block's output is normalised after it.
 * Redeclare a layer in an interface that extends this one for other heads or rates. Source: Vaswani
 * et al., NeurIPS 2017.
 */
public interface TransformerEncoder {
  /** What flows in, normalised. */
  @LayerNorm
  Tensor normed(Tensor in);

  /** What each position takes from the others. */
  @SelfAttention(heads = 4)
  @Dropout(0.1)
  Tensor attended(Tensor normed);

  /** The input with it. */
  @Add
  Tensor mixed(Tensor in, Tensor attended);

  /** That, normalised. */
  @LayerNorm
  Tensor renormed(Tensor mixed);

  /** The inner layer of each position. */
  @Dense(4 * UNITS)
  @Gelu
  Tensor inner(Tensor renormed);

  /** The outer layer. */
  @Dense(UNITS)
  @Dropout(0.1)
  Tensor outer(Tensor inner);

  /** Their sum. */
  @Add
  Tensor out(Tensor mixed, Tensor outer);
}
