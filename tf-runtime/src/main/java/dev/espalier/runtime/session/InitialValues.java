package dev.espalier.runtime.session;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a parameter starts with: a function of the seed, its path, its shape and its initializer, so
 * that adding a layer leaves the start of all others as it was.
 */
final class InitialValues {
  private static final double SMALL = 0.05;

  private final SplittableRandom random;
  private final float[] values;
  private final double start;

  private InitialValues(Parameter parameter, int size, long seed) {
    this.random = new SplittableRandom(StableHash.mix(seed) ^ StableHash.of(parameter.path()));
    this.values = new float[size];
    this.start = parameter.start();
  }

  /** The values in row-major order. */
  static float[] of(Parameter parameter, VariableSpec.Member member, long seed) {
    InitialValues initial = new InitialValues(parameter, member.size(), seed);
    initial.draw(parameter.initializer(), Fans.of(member.shape()), member.shape());
    return initial.values;
  }

  /** Inputs and outputs that meet in one unit, for a kernel of shape {@code [.., in, out]}. */
  private record Fans(double in, double out) {

    static Fans of(List<Integer> shape) {
      int rank = shape.size();
      if (rank < 2) {
        double only = rank == 0 ? 1 : shape.get(0);
        return new Fans(only, only);
      }
      double field = 1;
      for (int size : shape.subList(0, rank - 2)) {
        field *= size;
      }
      return new Fans(field * shape.get(rank - 2), field * shape.get(rank - 1));
    }
  }

  private void draw(Initializer initializer, Fans fans, List<Integer> shape) {
    switch (initializer) {
      case GLOROT_UNIFORM -> uniform(Math.sqrt(6 / (fans.in() + fans.out())));
      case GLOROT_NORMAL -> normal(2 / (fans.in() + fans.out()));
      case HE_UNIFORM -> uniform(Math.sqrt(6 / fans.in()));
      case HE_NORMAL -> normal(2 / fans.in());
      case LECUN_NORMAL -> normal(1 / fans.in());
      case SMALL_UNIFORM -> uniform(SMALL);
      case ORTHOGONAL -> orthogonal(shape.isEmpty() ? 1 : shape.get(shape.size() - 1));
      case ZEROS -> Arrays.fill(values, 0);
      case ONES -> Arrays.fill(values, (float) start);
    }
  }

  private void uniform(double limit) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (start * limit * (2 * random.nextDouble() - 1));
    }
  }

  /** Normal draws, made orthogonal. */
  private void orthogonal(int columns) {
    normal(1);
    Orthogonal.of(values, columns);
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) start;
    }
  }

  /** Box and Muller's transform in {@link StrictMath}: the same bits on every machine. */
  private void normal(double variance) {
    double scale = start * Math.sqrt(variance);
    for (int i = 0; i < values.length; i += 2) {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      values[i] = (float) (scale * radius * StrictMath.cos(angle));
      if (i + 1 < values.length) {
        values[i + 1] = (float) (scale * radius * StrictMath.sin(angle));
      }
    }
  }
}
