package dev.espalier.processor.plan;

import java.util.Optional;
import java.util.Set;

/**
 * Something that a layer learns.
 *
 * @param name its name within the layer: {@code kernel}
 * @param shape its shape
 * @param initializer how it starts at random, by the name of a constant of {@code Initializer};
 *     empty when it starts at {@code start}
 * @param start the constant it starts at; where fans decide, what is drawn is multiplied by it
 */
public record Weight(String name, Shape shape, Optional<String> initializer, double start) {
  private static final Set<String> WITHOUT_FANS =
      Set.of("SMALL_UNIFORM", "ORTHOGONAL", "ZEROS", "ONES");

  /** A kernel: starts at random, and regularization holds for it. */
  public static Weight kernel(String initializer, int... shape) {
    return random("kernel", initializer, shape);
  }

  /** One of several kernels of a layer. */
  public static Weight random(String name, String initializer, int... shape) {
    return new Weight(name, Shape.of(shape), Optional.of(initializer), 1);
  }

  /** A bias, scale or slope: starts at a constant. */
  public static Weight constant(String name, double start, int... shape) {
    return new Weight(name, Shape.of(shape), Optional.empty(), start);
  }

  /** Whether fan-in and fan-out decide how it starts. */
  public boolean startsByFans() {
    return initializer.filter(name -> !WITHOUT_FANS.contains(name)).isPresent();
  }

  /** The same, what is drawn being multiplied by a factor. */
  public Weight times(double factor) {
    return new Weight(name, shape, initializer, factor * start);
  }
}
