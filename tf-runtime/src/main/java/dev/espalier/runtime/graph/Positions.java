package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** What tells a position of a sequence {@code [batch, length, units]} from the others. */
public final class Positions {
  private static final double LONGEST_WAVE = 10_000;

  private Positions() {}

  /** Adds waves of growing length: sines in even units, cosines in odd ones. */
  public static Operand<TFloat32> positionalEncoding(GraphBuilder g, Operand<TFloat32> x) {
    int length = Shapes.length(x);
    int units = Shapes.units(x);
    // In Java's doubles: a sine of a large float is off in its third digit.
    float[] waves = new float[length * units];
    for (int i = 0; i < waves.length; i++) {
      int unit = i % units;
      int position = i / units;
      double angle = position / Math.pow(LONGEST_WAVE, (double) (unit - unit % 2) / units);
      waves[i] = (float) (unit % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
    }
    Shape shape = Shape.of(length, units);
    return g.tf().math.add(x, g.tf().constant(shape, DataBuffers.of(waves)));
  }

  /** Adds what is learnt: the parameter {@code path.positions [length, units]}. */
  public static Operand<TFloat32> learntEncoding(GraphBuilder g, String path, Operand<TFloat32> x) {
    return g.tf().math.add(x, g.parameter(path + ".positions"));
  }
}
