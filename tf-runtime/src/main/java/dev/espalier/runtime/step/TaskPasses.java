package dev.espalier.runtime.step;

import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** A pass back for each task of a step: its gradients of what is shared and of what is its own. */
final class TaskPasses {
  private final Ops tf;
  private final TrainingGraph graph;
  private final ParameterSteps steps;
  private final int[] tasks;
  private final List<VariableSpec> shared;
  private final List<VariableSpec> own = new ArrayList<>();
  private final List<Operand<TFloat32>> ownGradients = new ArrayList<>();
  private final Map<Integer, Map<VariableSpec, Operand<TFloat32>>> gradients = new HashMap<>();

  /**
   * The passes of some tasks.
   *
   * @param steps of these tasks
   * @param shared what counts as shared
   */
  TaskPasses(ParameterSteps steps, BitSet tasks, List<VariableSpec> shared) {
    this.tf = steps.tf();
    this.graph = steps.graph();
    this.steps = steps;
    this.tasks = tasks.stream().toArray();
    this.shared = shared;
    for (int task : this.tasks) {
      pass(task);
    }
  }

  private void pass(int task) {
    List<VariableSpec> reached = graph.learnable(task);
    if (reached.isEmpty()) {
      return;
    }
    List<Operand<TFloat32>> found =
        steps.gradients(
            List.of(graph.losses().of(task).losses()),
            List.of(graph.counts(tf, task)),
            reached,
            List.of());
    for (int i = 0; i < reached.size(); i++) {
      VariableSpec variable = reached.get(i);
      if (shared.contains(variable)) {
        gradients.computeIfAbsent(task, key -> new HashMap<>()).put(variable, found.get(i));
      } else {
        own.add(variable);
        ownGradients.add(steps.regularized(variable, found.get(i)));
      }
    }
  }

  /** What one task of the step alone reaches. */
  List<VariableSpec> own() {
    return own;
  }

  /** Its gradients, regularized. */
  List<Operand<TFloat32>> ownGradients() {
    return ownGradients;
  }

  /** The tasks that reach something shared, ascending. */
  int[] sharing() {
    return gradients.keySet().stream().mapToInt(task -> task).sorted().toArray();
  }

  /** The gradients of something shared by the tasks that reach it, ascending. */
  List<Operand<TFloat32>> gradients(VariableSpec variable) {
    return Arrays.stream(sharing())
        .mapToObj(task -> gradients.get(task).get(variable))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The gradients of the sharing tasks, a row for each, with 0 for what a task does not reach:
   * {@code [tasks, parameters]}.
   */
  Operand<TFloat32> rows() {
    List<Operand<TFloat32>> flat = new ArrayList<>();
    for (int task : sharing()) {
      for (VariableSpec variable : shared) {
        flat.add(flat(variable, gradients.get(task).get(variable)));
      }
    }
    return tf.reshape(tf.concat(flat, tf.constant(0)), tf.array(sharing().length, length()));
  }

  /**
   * The parameters of a row; -1 where steps touch as many rows of a table as there happen to be.
   */
  private int length() {
    return shared.stream().anyMatch(VariableSpec::byRows)
        ? -1
        : shared.stream().mapToInt(VariableSpec::size).sum();
  }

  private Operand<TFloat32> flat(VariableSpec variable, Operand<TFloat32> gradient) {
    return gradient == null
        ? tf.fill(tf.reshape(steps.size(variable), tf.array(1)), tf.constant(0f))
        : tf.reshape(gradient, tf.array(-1));
  }

  /** The inner products of rows. */
  static Operand<TFloat32> products(Ops tf, Operand<TFloat32> rows) {
    return tf.linalg.matMul(rows, rows, MatMul.transposeB(true));
  }
}
