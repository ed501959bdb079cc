package dev.espalier.runtime.step;

import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelGraph.WeightedLosses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** The losses of all tasks in the graph: their sums, and how each example counts in the means. */
public final class LossSums {
  private static final int MOST_SETS = 64;

  private final Ops tf;
  private final List<OfTask> tasks = new ArrayList<>();
  private final Stacked all;
  private final Map<BitSet, Stacked> stacked = new HashMap<>();

  /**
   * One task's.
   *
   * @param losses by example or element
   * @param shares what each of them counts in the task's mean, of the same shape: its weight over
   *     the sum of weights. All exactly 0 in a batch without weight
   * @param mean the mean loss; 0 in a batch without weight
   * @param sum of losses times weights
   * @param weight the sum of weights
   */
  public record OfTask(
      Operand<TFloat32> losses,
      Operand<TFloat32> shares,
      Operand<TFloat32> mean,
      Operand<TFloat32> sum,
      Operand<TFloat32> weight) {}

  /**
   * What to fetch to know the losses of some tasks.
   *
   * @param tasks by index, in their order
   * @param sums of losses times weights of these tasks, then those of weights
   */
  record Stacked(int[] tasks, Operand<TFloat32> sums) {}

  LossSums(Ops tf, ModelGraph network) {
    this.tf = tf;
    for (ModelGraph.TaskGraph task : network.tasks()) {
      WeightedLosses loss = task.loss().orElseThrow();
      Operand<TFloat32> sum = total(tf, tf.math.mul(loss.losses(), loss.weights()));
      Operand<TFloat32> weight = total(tf, loss.weights());
      Operand<TFloat32> divisor = divisor(tf, weight);
      tasks.add(
          new OfTask(
              loss.losses(),
              tf.math.div(loss.weights(), divisor),
              tf.math.div(sum, divisor),
              sum,
              weight));
    }
    BitSet every = new BitSet();
    every.set(0, tasks.size());
    all = stack(every);
    stacked.put(every, all);
  }

  private static Operand<TFloat32> total(Ops tf, Operand<TFloat32> values) {
    return tf.sum(tf.reshape(values, tf.array(-1)), tf.array(0));
  }

  /** The sum of weights; 1 instead of 0. */
  private static Operand<TFloat32> divisor(Ops tf, Operand<TFloat32> weight) {
    Operand<TBool> there = tf.math.greater(weight, tf.constant(0f));
    return tf.select(there, weight, tf.constant(1f));
  }

  public OfTask of(int task) {
    return tasks.get(task);
  }

  /** Those of all tasks. */
  Stacked stacked() {
    return all;
  }

  /** Those of some tasks: nothing of the others is computed for them, unless there were many. */
  Stacked stacked(BitSet of) {
    // A batch of one task may lack what others need, so that there is always room for one.
    boolean room = of.cardinality() == 1 || !of.isEmpty() && stacked.size() < MOST_SETS;
    return room
        ? stacked.computeIfAbsent((BitSet) of.clone(), this::stack)
        : stacked.getOrDefault(of, all);
  }

  private Stacked stack(BitSet of) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    of.stream().forEach(task -> sums.add(tasks.get(task).sum()));
    of.stream().forEach(task -> sums.add(tasks.get(task).weight()));
    return new Stacked(of.stream().toArray(), tf.stack(sums));
  }
}
