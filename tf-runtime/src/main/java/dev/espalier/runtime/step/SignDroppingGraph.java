package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.SignDropping;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.StableHash;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A step in which each element of a shared parameter descends along those of its tasks' gradients
 * that have one sign, which is drawn.
 *
 * <p>With {@code a} the sum of the gradients above 0 and {@code b} that of those below, the
 * probability of a sum above 0 is {@code a / (a - b)}: no element is divided.
 */
final class SignDroppingGraph implements DirectStepGraph {
  private final Ops tf;
  private final float leak;
  private final Placeholder<TInt64> seed;
  private final Operand<TFloat32> checked;
  private final Operation operation;

  SignDroppingGraph(Ops tf, TrainingGraph graph, BitSet tasks, SignDropping method) {
    this.tf = tf;
    this.leak = (float) method.leak();
    this.seed = tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
    ParameterSteps steps = ParameterSteps.of(tf, graph, tasks);
    List<VariableSpec> shared = graph.shared(tasks);
    TaskPasses passes = new TaskPasses(steps, tasks, shared);
    List<VariableSpec> learnt = new ArrayList<>(passes.own());
    List<Operand<TFloat32>> gradients = new ArrayList<>(passes.ownGradients());
    for (VariableSpec variable : shared) {
      learnt.add(variable);
      gradients.add(steps.regularized(variable, direction(variable, passes)));
    }
    checked = steps.checked(tasks, gradients, List.of());
    operation = steps.step(tasks, learnt, gradients, checked);
  }

  private Operand<TFloat32> direction(VariableSpec variable, TaskPasses passes) {
    List<Operand<TFloat32>> gradients = passes.gradients(variable);
    if (gradients.size() == 1) {
      return gradients.get(0);
    }
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TFloat32> above = sum(gradients, gradient -> tf.math.maximum(gradient, zero));
    Operand<TFloat32> below = sum(gradients, gradient -> tf.math.minimum(gradient, zero));
    Operand<TFloat32> draws =
        tf.random.statelessRandomUniform(tf.shape(above), seedOf(variable.name()));
    Operand<TBool> isAbove = tf.math.greater(above, tf.math.mul(draws, tf.math.sub(above, below)));
    Operand<TFloat32> kept = tf.select(isAbove, above, below);
    Operand<TFloat32> dropped = tf.select(isAbove, below, above);
    return leak == 0 ? kept : tf.math.add(kept, tf.math.mul(dropped, tf.constant(leak)));
  }

  private Operand<TFloat32> sum(
      List<Operand<TFloat32>> gradients, UnaryOperator<Operand<TFloat32>> part) {
    return tf.math.addN(gradients.stream().map(part).toList());
  }

  private Operand<TInt64> seedOf(String variable) {
    long[] own = {StableHash.of("dropped signs of " + variable), 0};
    return tf.math.add(seed, tf.constant(own));
  }

  @Override
  public void feed(SessionRun run, StepInputs inputs) {
    run.feedOwn(seed, TInt64.vectorOf(inputs.seed(), inputs.step()));
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public Operand<TFloat32> checked() {
    return checked;
  }

  @Override
  public Optional<Found> found() {
    return Optional.empty();
  }
}
