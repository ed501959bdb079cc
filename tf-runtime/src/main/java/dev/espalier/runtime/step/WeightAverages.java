package dev.espalier.runtime.step;

import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.session.Variables;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The averages of a session's weights and moving statistics, in variables of their own. */
final class WeightAverages {
  private static final String NAME = "averages/";

  private final Averaging rule;
  private final Variables shown;
  private final Placeholder<TFloat32> rate;
  private final Operation move;
  private final Operation copy;
  private long count;
  private boolean behind;

  /**
   * Averages without a value yet.
   *
   * @param trained the variables that steps change
   * @param averaged those of them that change
   */
  WeightAverages(
      Ops tf, Averaging rule, Variables trained, List<VariableSpec> averaged, KeptVariables kept) {
    this.rule = rule;
    this.shown = trained.with(tf, averaged, NAME);
    this.rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    List<Op> moves = new ArrayList<>();
    List<Op> copies = new ArrayList<>();
    for (VariableSpec variable : averaged) {
      KeptVariable average = kept.add(tf, NAME + variable.name(), variable.shape(), 0);
      Operand<TFloat32> weight = tf.readVariableOp(trained.handle(variable), TFloat32.class);
      Operand<TFloat32> before = average.read(tf);
      Operand<TFloat32> step = tf.math.mul(tf.math.sub(weight, before), rate);
      moves.add(average.assign(tf, tf.math.add(before, step)));
      copies.add(average.assign(tf, weight));
    }
    this.move = tf.withControlDependencies(moves).noOp().op();
    this.copy = tf.withControlDependencies(copies).noOp().op();
  }

  /** The variables that are evaluated, predicted with and saved. */
  Variables shown() {
    return shown;
  }

  /** Begins anew with the weights that are trained. */
  void start(Session session) {
    count = 0;
    behind = false;
    run(session, copy);
  }

  /** A step has changed the weights. */
  void stepped(Session session) {
    if (rule instanceof Averaging.Exponential exponential) {
      count++;
      move(session, 1 - exponential.decay(count));
    } else if (count == 0) {
      behind = true;
    }
  }

  /** An epoch has ended. */
  void epochEnded(Session session, int epoch) {
    if (rule instanceof Averaging.FromEpoch from && epoch >= from.epoch()) {
      catchUp(session);
      count++;
      move(session, 1.0 / count);
    }
  }

  /** Brings what is shown to where it should be, if it is the last weights. */
  void catchUp(Session session) {
    if (behind) {
      behind = false;
      run(session, copy);
    }
  }

  /** How many weights are in the averages. */
  long count() {
    return count;
  }

  /** Goes on from averages that were set; without any in them they are behind. */
  void resume(long inThem) {
    count = inThem;
    behind = inThem == 0;
  }

  private void move(Session session, double by) {
    try (SessionRun run = new SessionRun(session)) {
      run.feedOwn(rate, TFloat32.scalarOf((float) by));
      run.target(move);
      run.run().close();
    }
  }

  private static void run(Session session, Operation operation) {
    session.runner().addTarget(operation).run().close();
  }
}
