package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Self-attention with several heads: {@code [batch, length, units]} to the same shape. */
public final class Attention {
  /** So far below every logit that its exponential is 0, and still finite when added twice. */
  private static final float HIDDEN = -1e9f;

  private Attention() {}

  /**
   * Attention of all positions to all.
   *
   * <p>The parameters are {@code path.queryKernel}, {@code keyKernel}, {@code valueKernel} and
   * {@code outputKernel}, each {@code [units, units]}, and {@code queryBias}, {@code keyBias},
   * {@code valueBias} and {@code outputBias}, each {@code [units]}.
   *
   * @param heads a divisor of the units
   * @param dropout the rate at which weights of attention are dropped in training
   * @param causal whether a position sees only itself and those before it
   */
  public static Operand<TFloat32> selfAttention(
      GraphBuilder g, String path, Operand<TFloat32> x, int heads, double dropout, boolean causal) {
    return attend(g, path, x, Optional.empty(), heads, dropout, causal);
  }

  /**
   * The same, with padding that nobody attends to and whose own output is 0.
   *
   * @param mask 1 for real positions, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> selfAttention(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      int heads,
      double dropout,
      boolean causal) {
    Ops tf = g.tf();
    Operand<TFloat32> padding = hidden(tf, tf.math.sub(tf.constant(1f), mask));
    int[] ofKeys = {-1, 1, 1, Shapes.length(x)};
    Operand<TFloat32> hidden = tf.reshape(padding, tf.constant(ofKeys));
    Operand<TFloat32> y = attend(g, path, x, Optional.of(hidden), heads, dropout, causal);
    // Where all is padding, weights are spread over padding: finite, and gone with this.
    return tf.math.mul(y, tf.expandDims(mask, tf.constant(2)));
  }

  /**
   * Attention.
   *
   * @param hidden what is added to logits, {@code [batch, 1, 1, length]}
   */
  private static Operand<TFloat32> attend(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Optional<Operand<TFloat32>> hidden,
      int heads,
      double dropout,
      boolean causal) {
    Ops tf = g.tf();
    int units = Shapes.units(x);
    List<Operand<TFloat32>> parts = projected(g, path, x, heads);
    Operand<TFloat32> scale = tf.constant((float) (1 / Math.sqrt((double) units / heads)));
    Operand<TFloat32> query = tf.math.mul(parts.get(0), scale);
    Operand<TFloat32> logits = tf.linalg.einsum(List.of(query, parts.get(1)), "bqhd,bkhd->bhqk");
    if (causal) {
      logits = tf.math.add(logits, future(tf, Shapes.length(x)));
    }
    if (hidden.isPresent()) {
      logits = tf.math.add(logits, hidden.get());
    }
    Operand<TFloat32> weights =
        Dropouts.dropout(g, path + ".attention", tf.nn.softmax(logits), dropout);
    Operand<TFloat32> mixed = tf.linalg.einsum(List.of(weights, parts.get(2)), "bhqk,bkhd->bqhd");
    Operand<TFloat32> rows = tf.reshape(mixed, tf.constant(new int[] {-1, units}));
    Operand<TFloat32> out =
        tf.math.add(
            tf.linalg.matMul(rows, g.parameter(path + ".outputKernel")),
            g.parameter(path + ".outputBias"));
    return tf.reshape(out, tf.constant(new int[] {-1, Shapes.length(x), units}));
  }

  /**
   * Queries, keys and values, each {@code [batch, length, heads, units / heads]}: one product for
   * all three, of kernels that are parameters by themselves, since each starts by its own size.
   */
  private static List<Operand<TFloat32>> projected(
      GraphBuilder g, String path, Operand<TFloat32> x, int heads) {
    Ops tf = g.tf();
    int units = Shapes.units(x);
    List<Operand<TFloat32>> kernels = new ArrayList<>();
    List<Operand<TFloat32>> biases = new ArrayList<>();
    for (String part : List.of("query", "key", "value")) {
      kernels.add(g.parameter(path + "." + part + "Kernel"));
      biases.add(g.parameter(path + "." + part + "Bias"));
    }
    Operand<TFloat32> rows = tf.reshape(x, tf.constant(new int[] {-1, units}));
    Operand<TFloat32> product = tf.linalg.matMul(rows, tf.concat(kernels, tf.constant(1)));
    Operand<TFloat32> all = tf.math.add(product, tf.concat(biases, tf.constant(0)));
    int[] shape = {-1, Shapes.length(x), 3, heads, units / heads};
    return List.copyOf(
        tf.unstack(tf.reshape(all, tf.constant(shape)), 3L, Unstack.axis(2L)).output());
  }

  /** What hides from each query, on the last axis but one, the keys that come after it. */
  private static Operand<TFloat32> future(Ops tf, int length) {
    Operand<TInt32> positions = tf.range(tf.constant(0), tf.constant(length), tf.constant(1));
    Operand<TInt32> queries = tf.expandDims(positions, tf.constant(1));
    return hidden(tf, tf.dtypes.cast(tf.math.greater(positions, queries), TFloat32.class));
  }

  private static Operand<TFloat32> hidden(Ops tf, Operand<TFloat32> which) {
    return tf.math.mul(which, tf.constant(HIDDEN));
  }
}
