package dev.espalier.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Gathers rows in arrays that are used again and again, and copies each array to a tensor at once:
 * writing a tensor element by element is slower by far.
 */
final class BatchWriter {
  private final EncodedRows rows;
  private final RowOrder order;
  private float[] floats;
  private int[] ints;
  private int[] segments = new int[0];

  BatchWriter(EncodedRows rows, RowOrder order, int batchSize) {
    this.rows = rows;
    this.order = order;
    floats = new float[Growth.exact(batchSize, Math.max(1, rows.layout().numberWidth()))];
    ints = new int[Growth.exact(batchSize, Math.max(1, rows.layout().categoryCount()))];
  }

  /** The batch of the rows from one place of the walk. */
  synchronized Batch write(int from, int size) {
    TensorScope scope = new TensorScope();
    try {
      int numbers = rows.layout().numberWidth();
      int categories = rows.layout().categoryCount();
      return new Batch(
          scope,
          size,
          scope.own(matrix(rows.numbers(), numbers, from, size)),
          scope.own(matrix(rows.categories(), categories, from, size)),
          bags(scope, from, size),
          labels(scope, from, size));
    } catch (RuntimeException | Error e) {
      scope.close();
      throw e;
    }
  }

  private TFloat32 matrix(float[] source, int width, int from, int size) {
    gather(source, width, from, size);
    return floats(Shape.of(size, width));
  }

  private TInt32 matrix(int[] source, int width, int from, int size) {
    gather(source, width, from, size);
    return ints(ints, Shape.of(size, width));
  }

  private void gather(float[] source, int width, int from, int size) {
    if (floats.length < size * width) {
      floats = new float[size * width];
    }
    if (order.sequential()) {
      System.arraycopy(source, from * width, floats, 0, size * width);
      return;
    }
    if (width == 1) {
      for (int i = 0; i < size; i++) {
        floats[i] = source[order.row(from + i)];
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      System.arraycopy(source, order.row(from + i) * width, floats, i * width, width);
    }
  }

  private void gather(int[] source, int width, int from, int size) {
    if (order.sequential()) {
      System.arraycopy(source, from * width, ints, 0, size * width);
      return;
    }
    for (int i = 0; i < size; i++) {
      System.arraycopy(source, order.row(from + i) * width, ints, i * width, width);
    }
  }

  private List<Batch.Bag> bags(TensorScope scope, int from, int size) {
    List<Batch.Bag> bags = new ArrayList<>();
    for (int b = 0; b < rows.layout().bagCount(); b++) {
      EncodedBag bag = rows.bag(b);
      int length = 0;
      for (int i = 0; i < size; i++) {
        int row = order.row(from + i);
        int start = bag.starts()[row];
        int count = bag.starts()[row + 1] - start;
        reserve((long) length + count);
        System.arraycopy(bag.values(), start, ints, length, count);
        Arrays.fill(segments, length, length + count, i);
        length += count;
      }
      Shape shape = Shape.of(length);
      bags.add(new Batch.Bag(scope.own(ints(ints, shape)), scope.own(ints(segments, shape))));
    }
    return bags;
  }

  private void reserve(long length) {
    if (length > ints.length) {
      ints = Arrays.copyOf(ints, Growth.length(ints.length, length));
    }
    if (length > segments.length) {
      segments = Arrays.copyOf(segments, Growth.length(segments.length, length));
    }
  }

  private List<Batch.Labels> labels(TensorScope scope, int from, int size) {
    List<Batch.Labels> labels = new ArrayList<>();
    for (int t = 0; t < rows.tasks(); t++) {
      EncodedLabels encoded = rows.labelsOf(t);
      TType label;
      if (encoded.numbers().length > 0) {
        label = scope.own(matrix(encoded.numbers(), encoded.width(), from, size));
      } else {
        gather(encoded.classes(), 1, from, size);
        label = scope.own(ints(ints, Shape.of(size)));
      }
      int width = encoded.weightWidth();
      gather(encoded.weights(), width, from, size);
      double total = 0;
      for (int i = 0; i < size * width; i++) {
        total += floats[i];
      }
      Shape shape = width == 1 ? Shape.of(size) : Shape.of(size, width);
      labels.add(new Batch.Labels(label, scope.own(floats(shape)), total));
    }
    return labels;
  }

  private TFloat32 floats(Shape shape) {
    return TFloat32.tensorOf(shape, DataBuffers.of(floats, true, false).narrow(shape.size()));
  }

  private static TInt32 ints(int[] source, Shape shape) {
    return TInt32.tensorOf(shape, DataBuffers.of(source, true, false).narrow(shape.size()));
  }
}
