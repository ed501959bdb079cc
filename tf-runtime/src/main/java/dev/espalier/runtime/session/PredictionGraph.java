package dev.espalier.runtime.session;

import com.google.protobuf.CodedOutputStream;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * The network for prediction in a graph: beside the one for training while there is a trainer, and
 * alone in a model file.
 *
 * <p>Its operations have fixed names, which is how a graph that was read from a file is used.
 */
public final class PredictionGraph {
  static final String SCOPE = "predict";

  private PredictionGraph() {}

  /** Adds the network to a graph. */
  public static NetworkBuilder draw(
      Ops tf, GeneratedModel<?, ?, ?> model, Variables variables, Preprocessing preprocessing) {
    Ops scope = tf.withSubScope(SCOPE);
    NetworkBuilder builder = NetworkBuilder.prediction(scope, variables, preprocessing);
    List<TaskGraph> tasks = model.build(builder).tasks();
    Ops outputs = scope.withSubScope("outputs");
    for (int task = 0; task < tasks.size(); task++) {
      List<Operand<TFloat32>> ofTask = tasks.get(task).outputs();
      for (int output = 0; output < ofTask.size(); output++) {
        outputs.withName(label(task, output)).identity(ofTask.get(output));
      }
    }
    return builder;
  }

  private static String label(int task, int output) {
    return "task" + task + "_" + output;
  }

  /** Name of the operation that gives an output. */
  static String outputName(int task, int output) {
    return SCOPE + "/outputs/" + label(task, output);
  }

  /** A graph of this network and its variables alone; equal models give equal bytes. */
  public static byte[] serialize(
      GeneratedModel<?, ?, ?> model, VariablePlan plan, Preprocessing preprocessing) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      draw(tf, model, new Variables(tf, plan), preprocessing);
      return bytes(graph.toGraphDef());
    }
  }

  private static byte[] bytes(GraphDef definition) {
    byte[] bytes = new byte[definition.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      definition.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.checkNoSpaceLeft();
    return bytes;
  }
}
