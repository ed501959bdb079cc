package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import dev.espalier.runtime.model.ModelGraph.WeightedLosses;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The ends of a network: from a task's logits to its losses and outputs.
 *
 * <p>A loss is there only where {@link GraphBuilder#withLosses} asks for it; it is that of the
 * logits, the task's label and its weights.
 */
public final class Heads {
  private Heads() {}

  /** Yes or no: logits {@code [batch, 1]}, one output, the probability {@code [batch]}. */
  public static TaskGraph binary(GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    Operand<TFloat32> probability = g.tf().math.sigmoid(logits);
    return new TaskGraph(
        losses(g, task, logits, loss),
        logits,
        probability,
        List.of(Shapes.flat(g.tf(), probability)));
  }

  /** One of k classes: logits {@code [batch, k]}, one output, probabilities {@code [batch, k]}. */
  public static TaskGraph multiClass(
      GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    Operand<TFloat32> probabilities = g.tf().nn.softmax(logits);
    return new TaskGraph(
        losses(g, task, logits, loss), logits, probabilities, List.of(probabilities));
  }

  /** Any of n labels: logits {@code [batch, n]}, one output, probabilities {@code [batch, n]}. */
  public static TaskGraph multiLabel(
      GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    Operand<TFloat32> probabilities = g.tf().math.sigmoid(logits);
    return new TaskGraph(
        losses(g, task, logits, loss), logits, probabilities, List.of(probabilities));
  }

  /**
   * Numbers: logits {@code [batch, n]}, which are the standardized values that other towers take,
   * and one output in the label's unit, {@code [batch]} for one number, else {@code [batch, n]},
   * which is what the loss says that logits mean.
   */
  public static TaskGraph regression(
      GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    Operand<TFloat32> values = loss.predicted(g, task, logits);
    Operand<TFloat32> output = Shapes.units(logits) == 1 ? Shapes.flat(g.tf(), values) : values;
    return new TaskGraph(losses(g, task, logits, loss), logits, logits, List.of(output));
  }

  /**
   * Yes or no under a condition, learnt over all rows as P(condition) P(this | condition).
   *
   * <p>The loss, the logits {@code [batch, 1]} and the prediction {@code [batch, 1]} are those of
   * the joint probability. Two outputs {@code [batch]}: the joint probability and the conditional
   * one. Source: Ma et al., <em>Entire Space Multi-Task Model</em>, SIGIR 2018.
   *
   * @param logits of the conditional probability, {@code [batch, 1]}
   * @param condition a binary task, or one that is itself given another
   */
  public static TaskGraph given(
      GraphBuilder g, String task, Operand<TFloat32> logits, TaskGraph condition, Loss loss) {
    Ops tf = g.tf();
    Operand<TFloat32> joint = jointLogit(tf, condition.logits(), logits);
    Operand<TFloat32> probability = tf.math.sigmoid(joint);
    return new TaskGraph(
        losses(g, task, joint, loss),
        joint,
        probability,
        List.of(Shapes.flat(tf, probability), Shapes.flat(tf, tf.math.sigmoid(logits))));
  }

  /**
   * The logit of {@code sigmoid(a) sigmoid(b)}, which is {@code -logsumexp(-a, -b, -a - b)}.
   *
   * <p>The last two terms are {@code exp(-b) (1 + exp(-a)) = exp(-t)} with {@code t = b -
   * softplus(-a)}, and {@code -logsumexp(-a, -t) = t - softplus(t - a)}: smooth everywhere, where a
   * maximum would have a kink.
   */
  private static Operand<TFloat32> jointLogit(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    Operand<TFloat32> t = tf.math.sub(b, tf.math.softplus(tf.math.neg(a)));
    return tf.math.sub(t, tf.math.softplus(tf.math.sub(t, a)));
  }

  private static Optional<WeightedLosses> losses(
      GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    if (!g.withLosses()) {
      return Optional.empty();
    }
    Operand<TFloat32> losses = loss.of(g, task, logits, g.label(task));
    return Optional.of(new WeightedLosses(losses, g.weights(task)));
  }
}
