package dev.espalier.processor.plan;

import java.util.Optional;

/**
 * Something that a layer learns.
 *
 * @param name its name within the layer: {@code kernel}
 * @param shape its shape
 * @param initializer how it starts at random, by the name of a constant of {@code Initializer};
 *     empty when it starts at {@code start}
 * @param start the constant it starts at
 */
public record Weight(String name, Shape shape, Optional<String> initializer, double start) {

  /** A kernel: starts at random, and regularization holds for it. */
  public static Weight kernel(String initializer, int... shape) {
    return random("kernel", initializer, shape);
  }

  /** One of several kernels of a layer. */
  public static Weight random(String name, String initializer, int... shape) {
    return new Weight(name, Shape.of(shape), Optional.of(initializer), 0);
  }

  /** A bias, scale or slope: starts at a constant. */
  public static Weight constant(String name, double start, int... shape) {
    return new Weight(name, Shape.of(shape), Optional.empty(), start);
  }
}
