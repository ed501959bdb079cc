package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import dev.espalier.runtime.model.ModelGraph.WeightedLosses;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
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
   * One of k classes in order: logits {@code [batch, 1]}, the score; one output, probabilities
   * {@code [batch, k]}, which other towers take too.
   *
   * <p>The logit of "above class i" is the score minus a threshold; the first is 0, for the score
   * has a bias, each further one lies above the one before by the softplus of {@code
   * tasks.name.steps [k - 2]}. The loss is that of these logits, {@code [batch, k - 1]}.
   */
  public static TaskGraph ordinal(
      GraphBuilder g, String task, Operand<TFloat32> logits, int classes, Loss loss) {
    Ops tf = g.tf();
    Operand<TFloat32> above = logits;
    if (classes > 2) {
      Operand<TFloat32> steps = tf.math.softplus(g.parameter("tasks." + task + ".steps"));
      Operand<TFloat32> thresholds = tf.math.cumsum(steps, tf.constant(0));
      above = tf.concat(List.of(logits, tf.math.sub(logits, thresholds)), tf.constant(1));
    }
    Operand<TFloat32> probabilities = classProbabilities(tf, tf.math.sigmoid(above));
    return new TaskGraph(
        losses(g, task, above, loss), logits, probabilities, List.of(probabilities));
  }

  /** The differences of the probabilities of lying above: above none it is 1, above the last 0. */
  private static Operand<TFloat32> classProbabilities(Ops tf, Operand<TFloat32> above) {
    int last = Shapes.units(above) - 1;
    Operand<TFloat32> first = tf.math.sub(tf.constant(1f), columns(tf, above, 0, 1));
    Operand<TFloat32> greatest = columns(tf, above, last, 1);
    if (last == 0) {
      return tf.concat(List.of(first, greatest), tf.constant(1));
    }
    Operand<TFloat32> between =
        tf.math.sub(columns(tf, above, 0, last), columns(tf, above, 1, last));
    return tf.concat(List.of(first, between, greatest), tf.constant(1));
  }

  private static Operand<TFloat32> columns(Ops tf, Operand<TFloat32> x, int from, int count) {
    return tf.slice(x, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
  }

  /**
   * A box: logits {@code [batch, 4]}; centre and size are their sigmoids, which is what the loss
   * compares and one output, {@code [batch, 4]}.
   */
  public static TaskGraph oneBox(GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    Operand<TFloat32> box = g.tf().math.sigmoid(logits);
    Optional<WeightedLosses> losses =
        losses(g, task, box, loss)
            .map(each -> new WeightedLosses(Shapes.rowMean(g.tf(), each.losses()), each.weights()));
    return new TaskGraph(losses, logits, box, List.of(box));
  }

  /**
   * A class for each token: logits {@code [batch, length, k]}; one output, the likeliest classes as
   * numbers {@code [batch, length]}, -1 in the padding.
   *
   * @param mask 1 for tokens, 0 for padding, {@code [batch, length]}
   */
  public static TaskGraph positions(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> mask, Loss loss) {
    Ops tf = g.tf();
    // (class + 1) * mask - 1
    Operand<TFloat32> raised = tf.math.add(likeliest(tf, logits), tf.constant(1f));
    Operand<TFloat32> output = tf.math.sub(tf.math.mul(raised, mask), tf.constant(1f));
    return new TaskGraph(
        losses(g, task, logits, loss), logits, tf.nn.softmax(logits), List.of(output));
  }

  /**
   * A class for each pixel: logits {@code [batch, height, width, k]}; one output, the likeliest
   * classes as numbers {@code [batch, height * width]}. Loss and label see the pixels as one axis.
   */
  public static TaskGraph positions(
      GraphBuilder g, String task, Operand<TFloat32> logits, Loss loss) {
    Ops tf = g.tf();
    long pixels = logits.shape().get(1) * logits.shape().get(2);
    int[] flat = {-1, Math.toIntExact(pixels), Shapes.units(logits)};
    Operand<TFloat32> byPixel = tf.reshape(logits, tf.constant(flat));
    return new TaskGraph(
        losses(g, task, byPixel, loss),
        logits,
        tf.nn.softmax(logits),
        List.of(likeliest(tf, byPixel)));
  }

  private static Operand<TFloat32> likeliest(Ops tf, Operand<TFloat32> logits) {
    return tf.dtypes.cast(tf.math.argMax(logits, tf.constant(2)), TFloat32.class);
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
   * The same task with {@code strength max(P(this) - P(before), 0)} added to its losses in rows in
   * which both tasks' labels count.
   *
   * <p>Source: the behavioral expectation calibrator of Xi et al. (AITM), KDD 2021.
   *
   * @param yes a binary task, given a condition or not
   * @param before the binary task that it should not be likelier than
   * @param strength at least 0
   */
  public static TaskGraph notAbove(
      GraphBuilder g, TaskGraph yes, TaskGraph before, double strength) {
    if (!g.withLosses()) {
      return yes;
    }
    Ops tf = g.tf();
    WeightedLosses own = yes.loss().orElseThrow();
    Operand<TFloat32> weights = before.loss().orElseThrow().weights();
    Operand<TBool> counts = tf.math.greater(weights, tf.constant(0f));
    Operand<TFloat32> factor =
        tf.math.mul(tf.dtypes.cast(counts, TFloat32.class), tf.constant((float) strength));
    Operand<TFloat32> excess =
        tf.nn.relu(Shapes.flat(tf, tf.math.sub(yes.prediction(), before.prediction())));
    Operand<TFloat32> losses = tf.math.add(own.losses(), tf.math.mul(excess, factor));
    return new TaskGraph(
        Optional.of(new WeightedLosses(losses, own.weights())),
        yes.logits(),
        yes.prediction(),
        yes.outputs());
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
