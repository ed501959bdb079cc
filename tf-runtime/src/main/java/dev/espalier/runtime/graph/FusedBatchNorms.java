package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Batch normalisation of several positions by TensorFlow's own kernel, which does in one pass what
 * takes a dozen operations.
 */
record FusedBatchNorms(GraphBuilder g, String path, double momentum, double epsilon) {

  /** Normalises {@code [batch, ..., n]} by the batch in training and by the states otherwise. */
  Operand<TFloat32> of(Operand<TFloat32> x) {
    Ops tf = g.tf();
    Operand<TFloat32> picture = Shapes.rank(x) == 3 ? tf.expandDims(x, tf.constant(1)) : x;
    Operand<TFloat32> y = g.training() ? byBatch(picture) : byStates(picture);
    return Shapes.rank(x) == 3 ? Shapes.withoutHeight(tf, y) : y;
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
