package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * The operations of a training step whose batch is worked on in parts: the gradients of the parts
 * add up, and one update follows.
 *
 * <p>A task's loss is a sum over the whole batch divided by the sum of its weights there, which is
 * known before the first gradient: labels and weights of all parts are looked at first. So one sum
 * of gradients serves all tasks, and it is the gradient of the whole batch also where parts have
 * more labels of a task than others.
 */
final class AccumulatedStepGraph {
  private final Ops tf;
  private final TrainingGraph graph;
  private final BitSet tasks;
  private final LossBalancing method;
  private final Placeholder<TFloat32> totals;
  private final Placeholder<TFloat32> means;
  private final Placeholder<TFloat32> scale;
  private final boolean scaled;
  private final Operand<TFloat32> weights;
  private final Operand<TBool> finite;
  private final RowSums rows;
  private final Operation first;
  private final Operation next;
  private final Operation update;

  /**
   * A step of some tasks.
   *
   * @param scaled whether losses are multiplied by a scale, so that gradients that are not finite
   *     are nothing to fail for
   */
  AccumulatedStepGraph(
      Ops tf, TrainingGraph graph, BitSet tasks, LossBalancing method, boolean scaled) {
    this.scaled = scaled;
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    this.method = method;
    int all = graph.tasks().tasks().size();
    this.totals = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(all)));
    this.means = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(all)));
    this.scale = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    this.weights = tf.stack(weights());
    List<VariableSpec> learnt = graph.learnable(tasks);
    ParameterSteps part = ParameterSteps.of(tf, graph, tasks);
    Map<VariableSpec, Operand<TFloat32>> gradients = gradients(part, learnt);
    this.rows =
        new RowSums(
            tf, learnt.stream().filter(VariableSpec::byRows).toList(), part.touched(), gradients);
    List<Op> added = new ArrayList<>();
    List<Op> begun = new ArrayList<>();
    add(part, gradients, begun, added);
    this.first = tf.withControlDependencies(begun).withName("first").noOp().op();
    this.next = tf.withControlDependencies(added).withName("next").noOp().op();
    this.finite = finite(learnt);
    this.update = update(learnt);
  }

  private List<Operand<TFloat32>> weights() {
    List<Operand<TFloat32>> found = new ArrayList<>();
    tasks.stream().forEach(task -> found.add(graph.losses().of(task).weight()));
    return found;
  }

  /** The sums of weights of the step's tasks in a part. */
  Operand<TFloat32> partWeights() {
    return weights;
  }

  /** Fed in each part: the sums of all tasks' weights in the whole batch, {@code [T]}. */
  Placeholder<TFloat32> totals() {
    return totals;
  }

  /** Fed in each part to an objective of logarithms: the losses of the whole batch, {@code [T]}. */
  Placeholder<TFloat32> means() {
    return means;
  }

  /** Fed in each part and in the update: what losses are multiplied by. */
  Placeholder<TFloat32> scale() {
    return scale;
  }

  /** After the last part: whether the gradients of all are finite. */
  Operand<TBool> finite() {
    return finite;
  }

  /** What tables that are updated by rows are given and give. */
  RowSums rows() {
    return rows;
  }

  /** Runs the first part. */
  Operation first() {
    return first;
  }

  /** Runs another part. */
  Operation next() {
    return next;
  }

  /** Runs the update. */
  Operation update() {
    return update;
  }

  // ---- A part -----------------------------------------------------------------------------------

  private Map<VariableSpec, Operand<TFloat32>> gradients(
      ParameterSteps part, List<VariableSpec> learnt) {
    List<Operand<TFloat32>> losses = new ArrayList<>();
    tasks.stream().forEach(task -> losses.add(graph.losses().of(task).losses()));
    List<Operand<TFloat32>> found =
        learnt.isEmpty() ? List.of() : part.gradients(losses, counts(), learnt, List.of());
    Map<VariableSpec, Operand<TFloat32>> byVariable = new LinkedHashMap<>();
    for (int i = 0; i < learnt.size(); i++) {
      byVariable.put(learnt.get(i), found.get(i));
    }
    return byVariable;
  }

  /** What each of the part's losses counts in the objective of the whole batch. */
  private List<Operand<TFloat32>> counts() {
    int[] indices = tasks.stream().toArray();
    List<Operand<TFloat32>> counts = new ArrayList<>();
    for (int task : indices) {
      counts.add(count(task));
    }
    method
        .logarithms()
        .ifPresent(
            form -> {
              Operand<TFloat32> some = tf.gather(means, tf.constant(indices), tf.constant(0));
              Operand<TFloat32> all =
                  new LogWeights(tf, graph).of(form, indices, some, graph.logits(), graph.power());
              for (int i = 0; i < indices.length; i++) {
                counts.set(i, tf.math.mul(counts.get(i), tf.slice(all, tf.array(i), tf.array(1))));
              }
            });
    return counts;
  }

  private Operand<TFloat32> count(int task) {
    Operand<TFloat32> total = tf.slice(totals, tf.array(task), tf.array(1));
    Operand<TFloat32> divisor =
        tf.select(tf.math.greater(total, tf.constant(0f)), total, tf.onesLike(total));
    Operand<TFloat32> weight = tf.slice(graph.lossWeights(), tf.array(task), tf.array(1));
    Operand<TFloat32> each = graph.tasks().tasks().get(task).loss().orElseThrow().weights();
    Operand<TFloat32> factor = tf.math.div(weight, divisor);
    return tf.math.mul(each, scaled ? tf.math.mul(factor, scale) : factor);
  }

  private void add(
      ParameterSteps part,
      Map<VariableSpec, Operand<TFloat32>> gradients,
      List<Op> begun,
      List<Op> added) {
    List<Operand<TFloat32>> values = new ArrayList<>(gradients.values());
    List<Operand<TFloat32>> looked = scaled ? List.of() : values;
    Op barrier = part.barrier(values, part.checked(tasks, looked, List.of()));
    Ops after = tf.withControlDependencies(barrier);
    List<Op> both = new ArrayList<>(part.stateUpdates(barrier, tasks));
    both.add(barrier);
    gradients.forEach(
        (variable, gradient) -> {
          if (!variable.byRows()) {
            begun.add(graph.sums().begin(after, variable, gradient));
            added.add(graph.sums().add(after, variable, gradient));
          }
        });
    begun.addAll(both);
    added.addAll(both);
  }

  private Operand<TBool> finite(List<VariableSpec> learnt) {
    List<Operand<TBool>> each = new ArrayList<>();
    for (VariableSpec variable : learnt) {
      Operand<TFloat32> flat = tf.reshape(sum(variable), tf.array(-1));
      each.add(tf.reduceAll(tf.math.isFinite(flat), tf.constant(0)));
    }
    return each.isEmpty() ? tf.constant(true) : tf.reduceAll(tf.stack(each), tf.constant(0));
  }

  private Operand<TFloat32> sum(VariableSpec variable) {
    return variable.byRows() ? rows.given(variable) : graph.sums().read(tf, variable);
  }

  // ---- The update -------------------------------------------------------------------------------

  private Operation update(List<VariableSpec> learnt) {
    ParameterSteps whole = new ParameterSteps(tf, graph, rows.given());
    List<Operand<TFloat32>> sums = new ArrayList<>();
    for (VariableSpec variable : learnt) {
      sums.add(scaled ? tf.math.div(sum(variable), scale) : sum(variable));
    }
    List<Operand<TFloat32>> gradients =
        whole.regularized(
            learnt, whole.limited(graph.shared(tasks), method.maxNorm(), learnt, sums));
    List<Operand<TFloat32>> looked = new ArrayList<>(whole.sumOfVectors(gradients));
    looked.add(tf.constant(0f));
    Op barrier = whole.barrier(gradients, whole.total(looked));
    List<Op> updates = new ArrayList<>(whole.updates(barrier, learnt, gradients));
    updates.add(barrier);
    return tf.withControlDependencies(updates).withName("update").noOp().op();
  }
}
