package dev.espalier.runtime.export;

import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.session.VariableSpec.Member;
import dev.espalier.runtime.session.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.Restore;
import org.tensorflow.op.train.Save;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

/**
 * Variables in files and out of them again, each parameter and state under its own path, also those
 * tables that one variable holds.
 *
 * <p>Savers of TensorFlow know nothing of resource variables, so the operations are built here,
 * with the names that its savers give them.
 */
final class SavedVariables {
  static final String SCOPE = "save";
  static final String FILE_NAME = SCOPE + "/filename";
  static final String SAVED = SCOPE + "/control_dependency";
  static final String RESTORED = SCOPE + "/restore_all";

  private SavedVariables() {}

  /** Adds the operations that save and restore a graph's variables. */
  static void draw(Ops root, Variables variables) {
    Ops tf = root.withSubScope(SCOPE);
    Placeholder<TString> file =
        tf.withName("filename").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    List<Operand<?>> values = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (VariableSpec variable : variables.plan().all()) {
      Operand<TFloat32> whole = tf.readVariableOp(variables.handle(variable), TFloat32.class);
      for (Member member : variable.members()) {
        paths.add(member.path());
        values.add(part(tf, variable, member, whole));
      }
    }
    Operand<TString> names = texts(tf, paths);
    Operand<TString> slices = texts(tf, Collections.nCopies(paths.size(), ""));
    Save save = Save.create(tf.scope(), file, names, slices, values);
    tf.withControlDependencies(save).withName("control_dependency").identity(file);
    Restore restore =
        Restore.create(
            tf.scope(), file, names, slices, Collections.nCopies(paths.size(), TFloat32.class));
    assign(tf, variables, restore);
  }

  private static void assign(Ops tf, Variables variables, Restore restore) {
    List<Op> assigned = new ArrayList<>();
    int at = 0;
    for (VariableSpec variable : variables.plan().all()) {
      List<Operand<TFloat32>> parts = new ArrayList<>();
      for (int i = 0; i < variable.members().size(); i++) {
        parts.add(restore.tensors().get(at++).expect(TFloat32.class));
      }
      Operand<TFloat32> whole = parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(0));
      assigned.add(tf.assignVariableOp(variables.handle(variable), whole));
    }
    tf.withControlDependencies(assigned).withName("restore_all").noOp();
  }

  private static Operand<TFloat32> part(
      Ops tf, VariableSpec variable, Member member, Operand<TFloat32> whole) {
    return variable.members().size() == 1
        ? whole
        : tf.slice(
            whole,
            tf.constant(new int[] {member.firstRow(), 0}),
            tf.constant(new int[] {member.shape().get(0), -1}));
  }

  private static Operand<TString> texts(Ops tf, List<String> texts) {
    return tf.array(texts.toArray(String[]::new));
  }

  /**
   * Writes values to files.
   *
   * @param prefix of the files' paths
   * @param arrays by path
   */
  static void write(Path prefix, Map<String, SavedArray> arrays) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      List<Operand<?>> values = new ArrayList<>();
      for (SavedArray array : arrays.values()) {
        values.add(tf.placeholder(TFloat32.class, Placeholder.shape(shape(array))));
      }
      Save save =
          Save.create(
              tf.scope(),
              tf.constant(prefix.toString()),
              texts(tf, List.copyOf(arrays.keySet())),
              texts(tf, Collections.nCopies(arrays.size(), "")),
              values);
      try (Session session = new Session(graph);
          SessionRun run = new SessionRun(session)) {
        int at = 0;
        for (SavedArray array : arrays.values()) {
          run.feedOwn(
              values.get(at++), TFloat32.tensorOf(shape(array), DataBuffers.of(array.values())));
        }
        run.target(save.op());
        run.run().close();
      }
    }
  }

  private static Shape shape(SavedArray array) {
    return Shape.of(array.shape().stream().mapToLong(Integer::longValue).toArray());
  }

  /** The operations that stay beside those of signatures. */
  static List<String> operations() {
    return Arrays.asList(SAVED, RESTORED);
  }
}
