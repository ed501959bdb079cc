package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A loss of one class a row, at each position of an example where there are positions: {@code
 * [batch, positions, classes]} are {@code batch * positions} rows to it.
 *
 * <p>Not for the tidiness alone: the gradient of LogSoftmax is wrong from three axes on.
 */
record EachPosition(Loss loss) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    if (Shapes.rank(logits) == 2) {
      return loss.of(g, task, logits, label);
    }
    Ops tf = g.tf();
    Operand<TFloat32> losses = loss.of(g, task, Shapes.rows(tf, logits), Shapes.rows(tf, label));
    int positions = Math.toIntExact(logits.shape().get(1));
    return tf.reshape(losses, tf.constant(new int[] {-1, positions}));
  }
}
