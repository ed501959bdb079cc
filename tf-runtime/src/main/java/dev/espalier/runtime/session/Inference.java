package dev.espalier.runtime.session;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
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
  private static final int MOST_ROWS = 1024;
  private static final int MOST_VALUES = 1 << 20;

  private final int chunk;
  private final Session session;
  private final Feeds feeds;
  private final List<List<Output<?>>> outputs = new ArrayList<>();

  /** Runs of a session whose graph holds the network. */
  public Inference(Graph graph, Session session, ExampleInfo info) {
    this.session = session;
    this.chunk = chunk(info);
    this.feeds = new Feeds(graph, PredictionGraph.SCOPE, info);
    for (int task = 0; task < info.tasks().size(); task++) {
      outputs.add(outputs(graph, task));
    }
  }

  /**
   * How many rows are run at once: fewer where each is large, as a layer's values are of the size
   * of its picture.
   */
  public static int chunk(ExampleInfo info) {
    long values = 1;
    for (ExampleInfo.Feature feature : info.features()) {
      if (feature.encoding() instanceof Encoding.Picture picture) {
        values += (long) picture.height() * picture.width() * Math.max(4, picture.channels());
      } else if (feature.encoding() instanceof Encoding.Sequence sequence) {
        values += 64L * sequence.length();
      } else if (feature.encoding() instanceof Encoding.Sound sound) {
        values += sound.samples();
      }
    }
    return (int) Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / values));
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
    Batches batches = Batches.inOrder(rows, chunk);
    for (int i = 0; i < batches.count(); i++) {
      try (Batch batch = batches.fill(i);
          SessionRun run = new SessionRun(session)) {
        feeds.feed(run, batch);
        values.forEach(run::fetch);
        try (Result result = run.run()) {
          for (int v = 0; v < matrices.size(); v++) {
            matrices.get(v).put(i * chunk, batch.size(), (TFloat32) result.get(v));
          }
        }
      }
    }
    return matrices;
  }
}
