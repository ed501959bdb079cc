package dev.espalier.dsl;

/**
 * A value inside a network, as the methods of a network take and return it; never instantiated.
 *
 * <p>Shapes are known to the compiler and written without the batch: {@code [256]}.
 */
public final class Tensor {
  private Tensor() {}
}
