package dev.espalier.runtime.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * A model's variables in one graph: resource variables, which gradients can be taken to safely,
 * each with a read and an assignment of its own.
 */
public final class Variables {
  private static final String SCOPE = "variables";

  private final VariablePlan plan;
  private final Map<String, Held> byName = new LinkedHashMap<>();

  /** One variable's operations. */
  record Held(
      VarHandleOp handle,
      Placeholder<TFloat32> value,
      AssignVariableOp assign,
      Operand<TFloat32> read) {}

  /** Adds the variables of a plan to a graph. */
  public Variables(Ops tf, VariablePlan plan) {
    this.plan = plan;
    // Numbered, for paths may hold letters that TensorFlow refuses in names.
    Ops scope = tf.withSubScope(SCOPE);
    for (VariableSpec spec : plan.all()) {
      byName.put(spec.name(), hold(scope.withSubScope("v" + byName.size()), spec, spec.name()));
    }
  }

  private Variables(VariablePlan plan, Map<String, Held> byName) {
    this.plan = plan;
    this.byName.putAll(byName);
  }

  /**
   * The same with others in place of some.
   *
   * @param prefix of the shared names of the others
   */
  public Variables with(Ops tf, List<VariableSpec> some, String prefix) {
    Map<String, Held> all = new LinkedHashMap<>(byName);
    Ops scope = tf.withSubScope(SCOPE);
    for (int i = 0; i < some.size(); i++) {
      VariableSpec spec = some.get(i);
      all.put(spec.name(), hold(scope.withSubScope("v" + i), spec, prefix + spec.name()));
    }
    return new Variables(plan, all);
  }

  /** Name of the placeholder that a variable of a serialized graph gets its value through. */
  static String valueName(int index) {
    return SCOPE + "/v" + index + "/value";
  }

  /** Name of the operation that assigns it. */
  static String assignName(int index) {
    return SCOPE + "/v" + index + "/assign";
  }

  private static Held hold(Ops tf, VariableSpec spec, String sharedName) {
    Shape shape = shape(spec);
    VarHandleOp handle =
        tf.withName("handle")
            .varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(sharedName));
    Placeholder<TFloat32> value =
        tf.withName("value").placeholder(TFloat32.class, Placeholder.shape(shape));
    return new Held(
        handle,
        value,
        tf.withName("assign").assignVariableOp(handle, value),
        tf.withName("read").readVariableOp(handle, TFloat32.class));
  }

  /** A variable's shape. */
  public static Shape shape(VariableSpec spec) {
    return Shape.of(spec.shape().stream().mapToLong(Integer::longValue).toArray());
  }

  /** The plan these are the variables of. */
  public VariablePlan plan() {
    return plan;
  }

  /** The handle that optimizers update through. */
  public VarHandleOp handle(VariableSpec spec) {
    return byName.get(spec.name()).handle();
  }

  /** The handle of what has a path of its own variable, such as a state. */
  public VarHandleOp handle(String path) {
    return handle(plan.place(path).variable());
  }

  /** Assigns new values, by path of parameter or state; all that the plan holds are needed. */
  public void assign(Session session, Map<String, float[]> values) {
    assign(session, plan.all(), values);
  }

  /** Assigns new values to some variables, by path. */
  public void assign(
      Session session, Collection<VariableSpec> variables, Map<String, float[]> values) {
    for (VariableSpec spec : variables) {
      float[] whole = spec.whole(values);
      Held held = byName.get(spec.name());
      try (TFloat32 tensor = TFloat32.tensorOf(shape(spec), DataBuffers.of(whole))) {
        session.runner().feed(held.value(), tensor).addTarget(held.assign()).run().close();
      }
    }
  }

  /** Whether each variable of the plan, in its order, holds finite numbers alone: {@code [n]}. */
  public Operand<TBool> areFinite(Ops tf) {
    List<Operand<TBool>> finite = new ArrayList<>();
    for (VariableSpec spec : plan.all()) {
      Operand<TFloat32> flat = tf.reshape(byName.get(spec.name()).read(), tf.array(-1));
      finite.add(tf.reduceAll(tf.math.isFinite(flat), tf.constant(0)));
    }
    return tf.stack(finite);
  }

  /** Current values by path, in the order of the plan. */
  public Map<String, float[]> read(Session session) {
    return read(session, plan.all());
  }

  /** Current values of some variables, by path. */
  public Map<String, float[]> read(Session session, Collection<VariableSpec> variables) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (VariableSpec spec : variables) {
      float[] whole = new float[spec.size()];
      try (Result result = session.runner().fetch(byName.get(spec.name()).read()).run()) {
        ((TFloat32) result.get(0)).copyTo(DataBuffers.of(whole));
      }
      spec.members().forEach(m -> values.put(m.path(), spec.part(m, whole)));
    }
    return values;
  }
}
