package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A sequence laid out by its steps, for layers whose every step needs the one before.
 *
 * <p>What belongs to a step is {@code [batch, n]}. Read both ways it is {@code [2, batch, n]}, the
 * second side being that of the sequence read from its end: one operation does both, which halves
 * the graph.
 */
final class Unrolled {
  private final GraphBuilder g;
  private final Ops tf;
  private final String path;
  private final Operand<TFloat32> x;
  private final Optional<Operand<TFloat32>> mask;
  private final boolean both;
  private final int length;

  Unrolled(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Optional<Operand<TFloat32>> mask,
      boolean both) {
    this.g = g;
    this.tf = g.tf();
    this.path = path;
    this.x = x;
    this.mask = mask;
    this.both = both;
    this.length = Shapes.length(x);
  }

  Ops tf() {
    return tf;
  }

  /** A parameter of each direction. */
  List<Operand<TFloat32>> parameters(String name) {
    Operand<TFloat32> forward = g.parameter(path + "." + name);
    if (!both) {
      return List.of(forward);
    }
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return List.of(forward, g.parameter(path + ".backward" + capital));
  }

  /** What the directions have, side by side. */
  Operand<TFloat32> sides(List<Operand<TFloat32>> each) {
    return both ? tf.stack(each) : each.get(0);
  }

  /** A state times a kernel, each side its own. */
  Operand<TFloat32> product(Operand<TFloat32> state, Operand<TFloat32> kernel) {
    return both
        ? tf.train.batchMatMul(state, kernel, TFloat32.class)
        : tf.linalg.matMul(state, kernel);
  }

  /** Parts of the last axis. */
  List<Operand<TFloat32>> split(Operand<TFloat32> value, int... sizes) {
    Operand<TInt32> axis = tf.constant(Shapes.rank(value) - 1);
    return List.copyOf(tf.splitV(value, tf.constant(sizes), axis, (long) sizes.length).output());
  }

  /** The steps of what is laid out by steps. */
  List<Operand<TFloat32>> unstacked(Operand<TFloat32> value) {
    return List.copyOf(tf.unstack(value, (long) length, Unstack.axis(0L)).output());
  }

  /**
   * The part of all sums that no state has to be known for, {@code [length, batch, k]}: one product
   * for all steps and both directions.
   *
   * @param biases of each direction, {@code [k]}
   * @param atPadding what is added at padding, {@code [k]}
   */
  Operand<TFloat32> projected(List<Operand<TFloat32>> biases, float[] atPadding) {
    int k = atPadding.length;
    int sides = biases.size();
    Operand<TFloat32> byStep = tf.linalg.transpose(x, tf.constant(new int[] {1, 0, 2}));
    Operand<TFloat32> rows = tf.reshape(byStep, tf.array(-1, Shapes.units(x)));
    List<Operand<TFloat32>> kernels = parameters("kernel");
    Operand<TFloat32> kernel = both ? tf.concat(kernels, tf.constant(1)) : kernels.get(0);
    Operand<TFloat32> bias = both ? tf.concat(biases, tf.constant(0)) : biases.get(0);
    Operand<TFloat32> sums = tf.math.add(tf.linalg.matMul(rows, kernel), bias);
    Operand<TFloat32> steps = tf.reshape(sums, tf.array(length, -1, sides * k));
    if (both) {
      List<Operand<TFloat32>> parts = split(steps, k, k);
      steps = inTurn(parts.get(0), parts.get(1));
    }
    if (mask.isEmpty()) {
      return steps;
    }
    Operand<TFloat32> padding = tf.math.sub(tf.constant(1f), maskBySteps());
    return tf.math.add(steps, tf.math.mul(padding, tf.constant(atPadding)));
  }

  /** Which rows have a real position at each step, {@code [batch, 1]}; none without a mask. */
  List<Operand<TBool>> real() {
    List<Operand<TBool>> real = new ArrayList<>();
    if (mask.isPresent()) {
      Operand<TBool> all = tf.math.greater(maskBySteps(), tf.constant(0f));
      real.addAll(tf.unstack(all, (long) length, Unstack.axis(0L)).output());
    }
    return real;
  }

  /** {@code [length, batch, 1]} */
  private Operand<TFloat32> maskBySteps() {
    Operand<TFloat32> byStep =
        tf.expandDims(
            tf.linalg.transpose(mask.orElseThrow(), tf.constant(new int[] {1, 0})), tf.constant(2));
    return both ? inTurn(byStep, byStep) : byStep;
  }

  private Operand<TFloat32> inTurn(Operand<TFloat32> forward, Operand<TFloat32> backward) {
    return tf.stack(List.of(forward, tf.reverse(backward, tf.array(0))), Stack.axis(1L));
  }

  /** What comes out of the layer, of the state after each step. */
  Operand<TFloat32> result(List<Operand<TFloat32>> states, boolean last) {
    if (last) {
      Operand<TFloat32> state = states.get(states.size() - 1);
      return both ? tf.concat(sides(state), tf.constant(1)) : state;
    }
    Operand<TFloat32> all = both ? joined(states) : tf.stack(states, Stack.axis(1L));
    return mask.isPresent() ? tf.math.mul(all, tf.expandDims(mask.get(), tf.constant(2))) : all;
  }

  /** Both directions' states where they were read, {@code [batch, length, 2 units]}. */
  private Operand<TFloat32> joined(List<Operand<TFloat32>> states) {
    List<Operand<TFloat32>> sides = sides(tf.stack(states, Stack.axis(2L)));
    Operand<TFloat32> backward = tf.reverse(sides.get(1), tf.array(1));
    return tf.concat(List.of(sides.get(0), backward), tf.constant(2));
  }

  private List<Operand<TFloat32>> sides(Operand<TFloat32> value) {
    return List.copyOf(tf.unstack(value, 2L, Unstack.axis(0L)).output());
  }
}
