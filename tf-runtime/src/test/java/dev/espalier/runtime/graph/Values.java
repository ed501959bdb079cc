package dev.espalier.runtime.graph;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Numbers in a shape, as a test feeds them. */
record Values(Shape shape, float[] data) {

  static Values of(Shape shape, double... data) {
    return filled(shape, i -> data[i]);
  }

  static Values filled(Shape shape, IntToDoubleFunction value) {
    float[] data = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) value.applyAsDouble(i);
    }
    return new Values(shape, data);
  }

  static Values normal(long seed, long... shape) {
    Random random = new Random(seed);
    return filled(Shape.of(shape), i -> random.nextGaussian());
  }

  /** Numbers to compare to the bit: a 0 has a sign, and no sum has it. */
  static float[] unsignedZeros(float[] data) {
    float[] sums = data.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += 0f;
    }
    return sums;
  }

  TFloat32 tensor() {
    return TFloat32.tensorOf(shape, DataBuffers.of(data));
  }

  double[] doubles() {
    double[] doubles = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      doubles[i] = data[i];
    }
    return doubles;
  }
}
