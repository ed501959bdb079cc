package dev.espalier.runtime.session;

import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.data.Batches;
import dev.espalier.runtime.data.EncodedRows;
import dev.espalier.runtime.data.FeatureLayout;
import dev.espalier.runtime.model.ExampleInfo;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * Runs the network for prediction over rows, in chunks of one size, so that trainer and predictor
 * give the same bits. Safe for use by several threads.
 */
public final class Inference {
  private static final int CHUNK = 1024;

  private final Session session;
  private final Feeds feeds;
  private final List<List<Output<?>>> outputs = new ArrayList<>();

  /** Runs of a session whose graph holds the network. */
  public Inference(Graph graph, Session session, ExampleInfo info) {
    this.session = session;
    int tasks = info.tasks().size();
    this.feeds = new Feeds(graph, PredictionGraph.SCOPE, FeatureLayout.of(info).bagCount(), tasks);
    for (int task = 0; task < tasks; task++) {
      outputs.add(outputs(graph, task));
    }
  }

  private static List<Output<?>> outputs(Graph graph, int task) {
    List<Output<?>> found = new ArrayList<>();
    GraphOperation next = graph.operation(PredictionGraph.outputName(task, 0));
    while (next != null) {
      found.add(next.output(0));
      next = graph.operation(PredictionGraph.outputName(task, found.size()));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("the graph has no output for task " + task);
    }
    return found;
  }

  /** All tasks' outputs. */
  public PredictedRows predict(EncodedRows rows) {
    List<Output<?>> all = outputs.stream().flatMap(List::stream).toList();
    List<Matrix> values = fetch(rows, all);
    List<List<Matrix>> byTask = new ArrayList<>();
    int at = 0;
    for (List<Output<?>> ofTask : outputs) {
      byTask.add(values.subList(at, at + ofTask.size()));
      at += ofTask.size();
    }
    return new PredictedRows(rows, byTask);
  }

  /** One value of the network, such as a layer's: {@code [rows, n]}. */
  public Matrix fetch(EncodedRows rows, Operand<TFloat32> value) {
    return fetch(rows, List.of(value)).get(0);
  }

  private List<Matrix> fetch(EncodedRows rows, List<? extends Operand<?>> values) {
    List<Matrix> matrices = new ArrayList<>();
    values.forEach(value -> matrices.add(new Matrix(rows.size())));
    if (rows.size() == 0) {
      return matrices;
    }
    Batches batches = Batches.inOrder(rows, CHUNK);
    for (int i = 0; i < batches.count(); i++) {
      try (Batch batch = batches.fill(i);
          SessionRun run = new SessionRun(session)) {
        feeds.feed(run, batch);
        values.forEach(run::fetch);
        try (Result result = run.run()) {
          for (int v = 0; v < matrices.size(); v++) {
            matrices.get(v).put(i * CHUNK, batch.size(), (TFloat32) result.get(v));
          }
        }
      }
    }
    return matrices;
  }
}
