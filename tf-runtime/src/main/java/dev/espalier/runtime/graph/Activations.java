package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/**
 * Activations: functions of each element, of any shape; softmax alone looks along the last axis.
 *
 * <p>Formulas and papers stand at the annotations of the same names in {@code dev.espalier.dsl}.
 */
public final class Activations {
  private static final float SQRT_HALF = (float) Math.sqrt(0.5);

  private Activations() {}

  /** {@code max(0, x)}. */
  public static Operand<TFloat32> relu(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().nn.relu(x);
  }

  /** {@code min(max(0, x), 6)}. */
  public static Operand<TFloat32> relu6(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().nn.relu6(x);
  }

  /** {@code x} where {@code x > 0}, {@code exp(x) - 1} elsewhere. */
  public static Operand<TFloat32> elu(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().nn.elu(x);
  }

  /** {@code 1.0507 x} where {@code x > 0}, {@code 1.7581 (exp(x) - 1)} elsewhere. */
  public static Operand<TFloat32> selu(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().nn.selu(x);
  }

  /** {@code x / 2 (1 + erf(x / sqrt(2)))}. */
  public static Operand<TFloat32> gelu(GraphBuilder g, Operand<TFloat32> x) {
    Ops tf = g.tf();
    Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant(SQRT_HALF)));
    return tf.math.mul(tf.math.mul(x, tf.constant(.5f)), tf.math.add(erf, tf.constant(1f)));
  }

  /** {@code x sigmoid(x)}. */
  public static Operand<TFloat32> silu(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().math.mul(x, g.tf().math.sigmoid(x));
  }

  /** {@code x tanh(softplus(x))}. */
  public static Operand<TFloat32> mish(GraphBuilder g, Operand<TFloat32> x) {
    Ops tf = g.tf();
    Operand<TFloat32> value = apart(g, x);
    return tf.math.mul(value, tf.math.tanh(tf.math.softplus(value)));
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public static Operand<TFloat32> sigmoid(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().math.sigmoid(apart(g, x));
  }

  /** {@code min(max(x / 6 + 1/2, 0), 1)}. */
  public static Operand<TFloat32> hardSigmoid(GraphBuilder g, Operand<TFloat32> x) {
    Ops tf = g.tf();
    return tf.math.mul(tf.nn.relu6(tf.math.add(x, tf.constant(3f))), tf.constant(1f / 6));
  }

  /** {@code x min(max(x / 6 + 1/2, 0), 1)}. */
  public static Operand<TFloat32> hardSwish(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().math.mul(x, hardSigmoid(g, x));
  }

  /** {@code tanh(x)}. */
  public static Operand<TFloat32> tanh(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().math.tanh(apart(g, x));
  }

  /** {@code log(1 + exp(x))}. */
  public static Operand<TFloat32> softplus(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().math.softplus(x);
  }

  /** {@code x / (1 + |x|)}. */
  public static Operand<TFloat32> softsign(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().nn.softsign(x);
  }

  /** {@code exp(x)} over its sum on the last axis. */
  public static Operand<TFloat32> softmax(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().nn.softmax(x);
  }

  /** {@code x} where {@code x > 0}, {@code alpha x} elsewhere. */
  public static Operand<TFloat32> leakyRelu(GraphBuilder g, Operand<TFloat32> x, double alpha) {
    return g.tf().nn.leakyRelu(x, LeakyRelu.alpha((float) alpha));
  }

  /**
   * {@code x} where {@code x > 0}, {@code alpha x} elsewhere; alpha is the parameter {@code
   * path.slope [n]}, one for each unit of the last axis.
   */
  public static Operand<TFloat32> pRelu(GraphBuilder g, String path, Operand<TFloat32> x) {
    Ops tf = g.tf();
    // At 0 minimum hands the gradient on and relu doesn't: the derivative there is alpha, as below.
    Operand<TFloat32> negative = tf.math.minimum(x, tf.constant(0f));
    return tf.math.add(tf.nn.relu(x), tf.math.mul(negative, g.parameter(path + ".slope")));
  }

  /**
   * The same value, which TensorFlow does not take together with what follows. Where nothing is
   * learnt it makes one operation of a convolution, its batch normalisation and a tanh, sigmoid or
   * mish, and then finds that it has no kernel for it.
   */
  private static Operand<TFloat32> apart(GraphBuilder g, Operand<TFloat32> x) {
    return g.training() || !x.op().type().equals(FusedBatchNorm.OP_NAME)
        ? x
        : g.tf().ensureShape(x, x.shape());
  }
}
