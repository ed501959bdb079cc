package dev.espalier.runtime.session;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Tensor;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Which placeholders a network of a graph has, and what of a batch goes into each of them. */
public final class Feeds {
  private final List<Point> ofBatch = new ArrayList<>();
  private final Optional<Output<?>> rows;
  private final Optional<Output<?>> seed;

  /** One of them; a batch that lacks its value is for steps that don't ask for it. */
  private record Point(
      Output<?> placeholder, Predicate<Batch> there, Function<Batch, Tensor> value) {}

  /**
   * Looks the placeholders up by name.
   *
   * @param scope the network's scope in the graph
   */
  public Feeds(Graph graph, String scope, ExampleInfo info) {
    FeatureLayout layout = FeatureLayout.of(info);
    String prefix = scope + "/feeds/";
    add(find(graph, prefix + "numbers"), batch -> true, Batch::numbers);
    add(find(graph, prefix + "categories"), batch -> true, Batch::categories);
    for (int i = 0; i < layout.bagCount(); i++) {
      int bag = i;
      Predicate<Batch> there = batch -> batch.hasBag(bag);
      add(find(graph, prefix + "bagValues" + bag), there, batch -> batch.bagValues(bag));
      add(find(graph, prefix + "bagSegments" + bag), there, batch -> batch.bagSegments(bag));
    }
    for (int i = 0; i < layout.tensorCount(); i++) {
      int tensor = i;
      add(
          find(graph, prefix + "tensor" + tensor),
          batch -> batch.hasTensor(tensor),
          batch -> batch.tensor(tensor));
    }
    for (int i = 0; i < info.features().size(); i++) {
      int feature = i;
      add(
          find(graph, prefix + "present" + feature),
          batch -> true,
          batch -> batch.present(feature));
    }
    for (int i = 0; i < info.tasks().size(); i++) {
      int task = i;
      Predicate<Batch> there = batch -> batch.hasLabel(task);
      add(find(graph, prefix + "label" + task), there, batch -> batch.label(task));
      // The loss of another task may ask for which of them count.
      boolean asked = info.tasks().get(task).kind() instanceof Kind.Binary;
      add(
          find(graph, prefix + "weights" + task),
          batch -> asked || batch.hasLabel(task),
          batch -> batch.hasLabel(task) ? batch.weights(task) : batch.noWeights());
    }
    rows = find(graph, prefix + "rows");
    seed = find(graph, prefix + "seed");
  }

  private static Optional<Output<?>> find(Graph graph, String name) {
    GraphOperation operation = graph.operation(name);
    return Optional.ofNullable(operation).map(found -> found.output(0));
  }

  private void add(
      Optional<Output<?>> placeholder, Predicate<Batch> there, Function<Batch, Tensor> value) {
    placeholder.ifPresent(found -> ofBatch.add(new Point(found, there, value)));
  }

  /** Feeds a batch for prediction or evaluation. */
  public void feed(SessionRun run, Batch batch) {
    feed(run, batch, 0, 0);
  }

  /** Feeds a batch for a training step. */
  public void feed(SessionRun run, Batch batch, long runSeed, long step) {
    for (Point point : ofBatch) {
      if (point.there().test(batch)) {
        run.feed(point.placeholder(), point.value().apply(batch));
      }
    }
    rows.ifPresent(point -> run.feedOwn(point, TInt32.scalarOf(batch.size())));
    seed.ifPresent(point -> run.feedOwn(point, TInt64.vectorOf(runSeed, step)));
  }
}
