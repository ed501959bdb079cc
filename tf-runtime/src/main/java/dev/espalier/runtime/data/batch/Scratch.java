package dev.espalier.runtime.data.batch;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * Arrays that the tensors of batches are gathered in, each copied to a tensor at once: writing a
 * tensor element by element is slower by far.
 */
final class Scratch {
  private float[] floats = new float[0];
  private int[] ints = new int[0];
  private byte[] bytes = new byte[0];

  float[] floats(int length) {
    if (floats.length < length) {
      floats = new float[length];
    }
    return floats;
  }

  int[] ints(int length) {
    if (ints.length < length) {
      ints = new int[length];
    }
    return ints;
  }

  byte[] bytes(int length) {
    if (bytes.length < length) {
      bytes = new byte[length];
    }
    return bytes;
  }

  /** The floats that were gathered, as a tensor. */
  TFloat32 floatTensor(long... dims) {
    Shape shape = Shape.of(dims);
    return TFloat32.tensorOf(shape, DataBuffers.of(floats, true, false).narrow(shape.size()));
  }

  /** The ints that were gathered, as a tensor. */
  TInt32 intTensor(long... dims) {
    Shape shape = Shape.of(dims);
    return TInt32.tensorOf(shape, DataBuffers.of(ints, true, false).narrow(shape.size()));
  }

  /** The bytes that were gathered, as a tensor. */
  TUint8 byteTensor(long... dims) {
    Shape shape = Shape.of(dims);
    return TUint8.tensorOf(shape, DataBuffers.of(bytes, true, false).narrow(shape.size()));
  }
}
