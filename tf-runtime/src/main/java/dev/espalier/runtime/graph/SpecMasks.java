package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Any;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Hides stretches of time and pitch of spectrograms while training. */
public final class SpecMasks {
  private SpecMasks() {}

  /**
   * Puts the mean of a row's spectrogram in place of some of its frames and bands, others for each
   * row; gives {@code x} to the bit outside training.
   *
   * <p>A stretch is 0 to {@code time} frames ({@code frequency} bands) long, all lengths being
   * equally likely, and lies anywhere. The draws are a function of {@link GraphBuilder#seed
   * seed(path)}. Source: SpecAugment, Park et al., Interspeech 2019, without time warping; there
   * the mean is 0, because spectrograms are normalised.
   *
   * @param x {@code [batch, frames, bands]}
   * @param times how many stretches of frames
   * @param time the longest of them
   * @param frequencies how many stretches of bands
   * @param frequency the widest of them
   */
  public static Operand<TFloat32> specMask(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      int times,
      int time,
      int frequencies,
      int frequency) {
    if (!g.training()) {
      return x;
    }
    Ops tf = g.tf();
    Operand<TBool> frames = hidden(g, path + ".time", x, Shapes.length(x), times, time);
    Operand<TBool> bands =
        hidden(g, path + ".frequency", x, Shapes.units(x), frequencies, frequency);
    Operand<TBool> either =
        tf.math.logicalOr(
            tf.expandDims(frames, tf.constant(2)), tf.expandDims(bands, tf.constant(1)));
    Operand<TFloat32> mean = tf.math.mean(x, tf.array(1, 2), Mean.keepDims(true));
    return tf.select(either, mean, x);
  }

  /** Which places along an axis are hidden in each row, {@code [batch, size]}. */
  private static Operand<TBool> hidden(
      GraphBuilder g, String path, Operand<TFloat32> x, int size, int count, int longest) {
    Ops tf = g.tf();
    Operand<TInt32> rows = tf.slice(tf.shape(x), tf.array(0), tf.array(1));
    Operand<TInt32> each = tf.constant(new int[] {2, count, 1});
    Operand<TInt32> shape = tf.concat(List.of(rows, each), tf.constant(0));
    return places(tf, tf.random.statelessRandomUniform(shape, g.seed(path)), size, longest);
  }

  private static Operand<TBool> places(Ops tf, Operand<TFloat32> draws, int size, int longest) {
    List<Output<TFloat32>> parts = tf.unstack(draws, 2L, Unstack.axis(1L)).output();
    Operand<TFloat32> most = tf.constant(Math.min(longest, size) + 1f);
    Operand<TFloat32> lengths = tf.math.floor(tf.math.mul(parts.get(0), most));
    Operand<TFloat32> room = tf.math.sub(tf.constant(size + 1f), lengths);
    Operand<TFloat32> starts = tf.math.floor(tf.math.mul(parts.get(1), room));
    Operand<TFloat32> at = tf.range(tf.constant(0f), tf.constant((float) size), tf.constant(1f));
    Operand<TBool> within =
        tf.math.logicalAnd(
            tf.math.greaterEqual(at, starts), tf.math.less(at, tf.math.add(starts, lengths)));
    return tf.any(within, tf.array(1), Any.keepDims(false));
  }
}
