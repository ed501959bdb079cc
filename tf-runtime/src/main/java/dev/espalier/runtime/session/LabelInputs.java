package dev.espalier.runtime.session;

import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Labels and their weights as losses take them, made of what is fed. */
final class LabelInputs {
  private static final int NO_PIXEL = 255;

  private final Ops tf;
  private final ExampleInfo info;
  private final FeedPoints feeds;

  LabelInputs(Ops tf, ExampleInfo info, FeedPoints feeds) {
    this.tf = tf;
    this.info = info;
    this.feeds = feeds;
  }

  /** As {@link dev.espalier.runtime.model.GraphBuilder#label} says. */
  Operand<TFloat32> label(int task) {
    Kind kind = info.tasks().get(task).kind();
    if (kind instanceof Kind.MultiClass classes) {
      return oneHot(feeds.label(task, TInt32.class, -1), classes.classes().size());
    } else if (kind instanceof Kind.TokenClasses tokens) {
      return oneHot(feeds.label(task, TInt32.class, -1, tokens.length()), tokens.classes().size());
    } else if (kind instanceof Kind.PixelClasses pixels) {
      return oneHot(tf.dtypes.cast(pixels(task), TInt32.class), pixels.classes().size());
    } else if (kind instanceof Kind.OrderedClasses classes) {
      return above(feeds.label(task, TInt32.class, -1), classes.classes().size());
    }
    return feeds.label(task, TFloat32.class, -1, kind.labelWidth());
  }

  /** No class is all zeros. */
  private Operand<TFloat32> oneHot(Operand<TInt32> classes, int count) {
    return tf.oneHot(classes, tf.constant(count), tf.constant(1f), tf.constant(0f));
  }

  /** Whether a class lies above each but the last: {@code [batch, classes - 1]}. */
  private Operand<TFloat32> above(Operand<TInt32> classes, int count) {
    int[] below = new int[count - 1];
    for (int i = 0; i < below.length; i++) {
      below[i] = i;
    }
    return tf.dtypes.cast(
        tf.math.greater(tf.expandDims(classes, tf.constant(1)), tf.constant(below)),
        TFloat32.class);
  }

  private Operand<TUint8> pixels(int task) {
    return feeds.label(task, TUint8.class, -1, info.tasks().get(task).kind().labelWidth());
  }

  /** As {@link dev.espalier.runtime.model.GraphBuilder#weights} says. */
  Operand<TFloat32> weights(int task) {
    Kind kind = info.tasks().get(task).kind();
    if (kind instanceof Kind.PixelClasses) {
      Operand<TInt32> classes = tf.dtypes.cast(pixels(task), TInt32.class);
      Operand<TFloat32> there =
          tf.dtypes.cast(tf.math.notEqual(classes, tf.constant(NO_PIXEL)), TFloat32.class);
      return tf.math.mul(there, tf.expandDims(feeds.weights(task, -1), tf.constant(1)));
    }
    return kind.weightWidth() == 1
        ? feeds.weights(task, -1)
        : feeds.weights(task, -1, kind.weightWidth());
  }

  /** As {@link dev.espalier.runtime.model.GraphBuilder#balance} says. */
  Operand<TFloat32> balance(int task, float[] factors) {
    Kind kind = info.tasks().get(task).kind();
    boolean twoSided = kind instanceof Kind.Binary || kind instanceof Kind.MultiLabel;
    return twoSided
        ? tf.constant(Shape.of(2, factors.length / 2), DataBuffers.of(factors))
        : tf.constant(factors);
  }
}
