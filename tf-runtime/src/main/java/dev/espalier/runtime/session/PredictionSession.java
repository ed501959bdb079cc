package dev.espalier.runtime.session;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * A network for prediction that was read from a file, with its weights. Safe for several threads.
 */
public final class PredictionSession implements AutoCloseable {
  private final Graph graph;
  private final Session session;
  private final Inference inference;

  /**
   * Imports a graph and fills its variables.
   *
   * @param definition what {@link PredictionGraph#serialize} gave
   * @param variables the paths that each variable holds, one below the other
   * @param values by path
   * @throws RuntimeException when graph and values don't fit
   */
  public PredictionSession(
      GraphDef definition,
      List<List<String>> variables,
      Map<String, float[]> values,
      ExampleInfo info) {
    if (definition.getNodeCount() == 0) {
      // Native code would read from address 0.
      throw new IllegalArgumentException("its graph is empty");
    }
    graph = new Graph();
    try (Opening opening = new Opening()) {
      opening.onFailure(graph::close);
      graph.importGraphDef(definition);
      session = new Session(graph);
      opening.onFailure(session::close);
      for (int i = 0; i < variables.size(); i++) {
        assign(session, i, variables.get(i).stream().map(path -> array(path, values)).toList());
      }
      inference = new Inference(graph, session, info);
      opening.done();
    }
  }

  private static float[] array(String path, Map<String, float[]> values) {
    float[] found = values.get(path);
    if (found == null) {
      throw new IllegalArgumentException("it holds no array for `" + path + "`");
    }
    return found;
  }

  private void assign(Session opened, int index, List<float[]> members) {
    Output<?> value = graph.operationOrThrow(Variables.valueName(index)).output(0);
    Operation assign = graph.operationOrThrow(Variables.assignName(index));
    Shape shape = value.shape();
    int size = members.stream().mapToInt(member -> member.length).sum();
    if (size != shape.size()) {
      throw new IllegalArgumentException(
          "variable " + index + " has shape " + shape + ", the file holds " + size + " numbers");
    }
    FloatBuffer whole = FloatBuffer.allocate(size);
    members.forEach(whole::put);
    try (TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(whole.array()));
        SessionRun run = new SessionRun(opened)) {
      run.feed(value, tensor);
      run.target(assign);
      run.run().close();
    }
  }

  /** All tasks' outputs for rows. */
  public PredictedRows predict(EncodedRows rows) {
    return inference.predict(rows);
  }

  @Override
  public void close() {
    try {
      session.close();
    } finally {
      graph.close();
    }
  }
}
