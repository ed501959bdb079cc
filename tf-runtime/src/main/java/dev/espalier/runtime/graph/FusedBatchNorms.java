package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Batch normalisation of several positions by TensorFlow's own kernel, which does in one pass what
 * takes a dozen operations.
 *
 * <p>The kernel is built for training or for evaluation, and a graph does both: the rows are split
 * in two, all of them on one side and none on the other. Splitting rows copies nothing, and a
 * kernel without rows does nothing, so that only joining them again costs a copy.
 */
record FusedBatchNorms(GraphBuilder g, String path, double momentum, double epsilon) {

  /** Normalises {@code [batch, ..., n]} by the batch in training and by the states otherwise. */
  Operand<TFloat32> of(Operand<TFloat32> x) {
    Ops tf = g.tf();
    Operand<TFloat32> picture = Shapes.rank(x) == 3 ? tf.expandDims(x, tf.constant(1)) : x;
    Operand<TFloat32> y = g.withLosses() ? either(picture) : byStates(picture);
    return Shapes.rank(x) == 3 ? Shapes.withoutHeight(tf, y) : y;
  }

  private Operand<TFloat32> either(Operand<TFloat32> x) {
    Ops tf = g.tf();
    Operand<TInt32> rows = tf.stridedSlice(tf.shape(x), Indices.at(0));
    Operand<TInt32> trained = tf.math.mul(rows, tf.dtypes.cast(g.training(), TInt32.class));
    Operand<TInt32> sides = tf.stack(List.of(trained, tf.math.sub(rows, trained)));
    List<Output<TFloat32>> parts = tf.splitV(x, sides, tf.constant(0), 2L).output();
    return tf.concat(List.of(byBatch(parts.get(0)), byStates(parts.get(1))), tf.constant(0));
  }

  private Operand<TFloat32> byBatch(Operand<TFloat32> x) {
    Ops tf = g.tf();
    FusedBatchNorm<TFloat32, TFloat32> norm =
        norm(x, tf.constant(new float[0]), tf.constant(new float[0]), true);
    Operand<TFloat32> count = MovingStatistics.count(tf, x);
    Operand<TFloat32> known = tf.math.minimum(count, tf.constant(1f));
    new MovingStatistics(g, path, momentum)
        .move(finite(norm.batchMean(), known), finite(norm.batchVariance(), known), count);
    return norm.y();
  }

  /** Statistics of no rows are NaN, and NaN times 0 would be, too. */
  private Operand<TFloat32> finite(Operand<TFloat32> statistic, Operand<TFloat32> known) {
    return g.tf().math.mulNoNan(statistic, known);
  }

  private Operand<TFloat32> byStates(Operand<TFloat32> x) {
    return norm(x, g.state(path + ".mean"), g.state(path + ".variance"), false).y();
  }

  private FusedBatchNorm<TFloat32, TFloat32> norm(
      Operand<TFloat32> x, Operand<TFloat32> mean, Operand<TFloat32> variance, boolean training) {
    return g.tf()
        .nn
        .fusedBatchNorm(
            x,
            g.parameter(path + ".scale"),
            g.parameter(path + ".shift"),
            mean,
            variance,
            FusedBatchNorm.epsilon((float) epsilon),
            FusedBatchNorm.isTraining(training));
  }
}
