package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Layers that read a sequence {@code [batch, length, n]} step by step, forwards or both ways.
 *
 * <p>All of them give {@code [batch, length, units]}, or {@code [batch, units]} after the last step
 * that is read; twice the units where they read both ways. The second direction's parameters are
 * those named {@code backward...}. A mask {@code [batch, length]} is 1 for real positions and 0 for
 * padding, where the state stays and the output is 0.
 */
public final class Recurrences {
  /** Opens or shuts a gate, whatever the network says. */
  private static final float SHUT = -1e4f;

  private Recurrences() {}

  /**
   * A long short-term memory; gates lie in the order candidate, input, output, forget.
   *
   * <p>The parameters are {@code path.kernel [n, 4 units]}, {@code recurrentKernel [units, 4
   * units]}, {@code bias [3 units]} and {@code forgetBias [units]}.
   */
  public static Operand<TFloat32> lstm(
      GraphBuilder g, String path, Operand<TFloat32> x, boolean both, boolean last) {
    return lstm(new Unrolled(g, path, x, Optional.empty(), both), last);
  }

  /** The same along a sequence with padding. */
  public static Operand<TFloat32> lstm(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      boolean both,
      boolean last) {
    return lstm(new Unrolled(g, path, x, Optional.of(mask), both), last);
  }

  private static Operand<TFloat32> lstm(Unrolled steps, boolean last) {
    Ops tf = steps.tf();
    Operand<TFloat32> kernel = steps.sides(steps.parameters("recurrentKernel"));
    int units = Shapes.units(kernel) / 4;
    List<Operand<TFloat32>> biases = new ArrayList<>();
    List<Operand<TFloat32>> forget = steps.parameters("forgetBias");
    for (Operand<TFloat32> bias : steps.parameters("bias")) {
      biases.add(tf.concat(List.of(bias, forget.get(biases.size())), tf.constant(0)));
    }
    // Without input and without forgetting, the cell is what it was.
    List<Operand<TFloat32>> inputs =
        steps.unstacked(steps.projected(biases, gates(units, 0, SHUT, 0, -SHUT)));
    List<Operand<TBool>> real = steps.real();
    List<Operand<TFloat32>> states = new ArrayList<>();
    Operand<TFloat32> cell = null;
    for (Operand<TFloat32> input : inputs) {
      int at = states.size();
      Operand<TFloat32> sums =
          at == 0 ? input : tf.math.addN(List.of(input, steps.product(states.get(at - 1), kernel)));
      List<Operand<TFloat32>> parts = steps.split(sums, units, 3 * units);
      List<Operand<TFloat32>> gates =
          steps.split(tf.math.sigmoid(parts.get(1)), units, units, units);
      Operand<TFloat32> taken = tf.math.mul(gates.get(0), tf.math.tanh(parts.get(0)));
      cell = at == 0 ? taken : tf.math.addN(List.of(tf.math.mul(gates.get(2), cell), taken));
      Operand<TFloat32> state = tf.math.mul(gates.get(1), tf.math.tanh(cell));
      // The first state of all is 0, and so is what a cell of 0 gives.
      boolean held = at > 0 && !real.isEmpty();
      states.add(held ? tf.select(real.get(at), state, states.get(at - 1)) : state);
    }
    return steps.result(states, last);
  }

  /**
   * Gated recurrent units; gates lie in the order update, reset, candidate, and the reset gate acts
   * after the recurrent kernel.
   *
   * <p>The parameters are {@code path.kernel [n, 3 units]}, {@code recurrentKernel [units, 3
   * units]}, {@code bias [3 units]} and {@code recurrentBias [3 units]}.
   */
  public static Operand<TFloat32> gru(
      GraphBuilder g, String path, Operand<TFloat32> x, boolean both, boolean last) {
    return gru(new Unrolled(g, path, x, Optional.empty(), both), last);
  }

  /** The same along a sequence with padding. */
  public static Operand<TFloat32> gru(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      boolean both,
      boolean last) {
    return gru(new Unrolled(g, path, x, Optional.of(mask), both), last);
  }

  private static Operand<TFloat32> gru(Unrolled steps, boolean last) {
    Ops tf = steps.tf();
    Operand<TFloat32> kernel = steps.sides(steps.parameters("recurrentKernel"));
    int units = Shapes.units(kernel) / 3;
    List<Operand<TFloat32>> biases = new ArrayList<>();
    List<Operand<TFloat32>> candidates = new ArrayList<>();
    List<Operand<TFloat32>> given = steps.parameters("bias");
    for (Operand<TFloat32> bias : steps.parameters("recurrentBias")) {
      // Only the candidate's stays inside the step, behind the reset gate.
      List<Operand<TFloat32>> parts = steps.split(bias, 2 * units, units);
      Operand<TFloat32> outside =
          tf.concat(List.of(parts.get(0), tf.zerosLike(parts.get(1))), tf.constant(0));
      biases.add(tf.math.add(given.get(biases.size()), outside));
      candidates.add(tf.reshape(parts.get(1), tf.array(1, units)));
    }
    Operand<TFloat32> candidateBias = steps.sides(candidates);
    List<Operand<TFloat32>> projected =
        steps.split(steps.projected(biases, gates(units, -SHUT, 0, 0)), 2 * units, units);
    List<Operand<TFloat32>> gateInputs = steps.unstacked(projected.get(0));
    List<Operand<TFloat32>> candidateInputs = steps.unstacked(projected.get(1));
    Operand<TFloat32> one = tf.constant(1f);
    List<Operand<TFloat32>> states = new ArrayList<>();
    for (int at = 0; at < gateInputs.size(); at++) {
      Operand<TFloat32> sums = gateInputs.get(at);
      Operand<TFloat32> recurrent = candidateBias;
      if (at > 0) {
        Operand<TFloat32> product = steps.product(states.get(at - 1), kernel);
        List<Operand<TFloat32>> parts = steps.split(product, 2 * units, units);
        sums = tf.math.addN(List.of(sums, parts.get(0)));
        recurrent = tf.math.add(parts.get(1), candidateBias);
      }
      List<Operand<TFloat32>> gates = steps.split(tf.math.sigmoid(sums), units, units);
      Operand<TFloat32> reset = tf.math.mul(gates.get(1), recurrent);
      Operand<TFloat32> candidate =
          tf.math.tanh(tf.math.addN(List.of(candidateInputs.get(at), reset)));
      Operand<TFloat32> taken = tf.math.mul(tf.math.sub(one, gates.get(0)), candidate);
      // At padding the update gate is 1 and the state stays to the bit.
      states.add(
          at == 0
              ? taken
              : tf.math.addN(List.of(tf.math.mul(gates.get(0), states.get(at - 1)), taken)));
    }
    return steps.result(states, last);
  }

  /** One number for each gate, repeated for its units. */
  private static float[] gates(int units, float... each) {
    float[] all = new float[units * each.length];
    for (int gate = 0; gate < each.length; gate++) {
      Arrays.fill(all, gate * units, (gate + 1) * units, each[gate]);
    }
    return all;
  }
}
