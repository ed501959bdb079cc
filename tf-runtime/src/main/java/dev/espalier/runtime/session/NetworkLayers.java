package dev.espalier.runtime.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The layers of a network that has been built: their shapes, and what flows into which. */
public final class NetworkLayers {
  private final NetworkBuilder network;
  private final List<Set<GraphOperation>> beforeTasks;
  private final Map<GraphOperation, String> names = new HashMap<>();

  /**
   * A layer, or the features that enter together.
   *
   * @param path of the layer; of features {@code features}, numbered from the second time on
   * @param features the names of the features, for such; else empty
   * @param shape -1 for the rows of a batch
   * @param inputs paths of what flows in
   * @param tasks those whose losses depend on it, by index
   */
  public record NetworkLayer(
      String path,
      List<String> features,
      List<Long> shape,
      List<String> inputs,
      List<Integer> tasks) {}

  /**
   * The layers of a network.
   *
   * @param tasks what each task ends in
   */
  public NetworkLayers(NetworkBuilder network, List<List<Operand<TFloat32>>> tasks) {
    this.network = network;
    this.beforeTasks = tasks.stream().map(network::before).toList();
  }

  /** Features first, then layers in the order of the network. */
  public List<NetworkLayer> all() {
    Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
    Map<String, List<String>> features = new HashMap<>();
    network
        .enteredFeatures()
        .forEach(
            (which, value) -> {
              String name = features.isEmpty() ? "features" : "features" + (features.size() + 1);
              features.put(name, which.names());
              values.put(name, value);
            });
    values.putAll(network.layers());
    // A layer that hands on what another one gave is that layer.
    values
        .entrySet()
        .removeIf(entry -> names.putIfAbsent(op(entry.getValue()), entry.getKey()) != null);
    List<NetworkLayer> layers = new ArrayList<>();
    values.forEach(
        (path, value) ->
            layers.add(
                new NetworkLayer(
                    path,
                    features.getOrDefault(path, List.of()),
                    Arrays.stream(value.shape().asArray()).boxed().toList(),
                    inputs(op(value)),
                    tasks(op(value)))));
    return layers;
  }

  private static GraphOperation op(Operand<?> value) {
    return (GraphOperation) value.op();
  }

  private List<Integer> tasks(GraphOperation operation) {
    return IntStream.range(0, beforeTasks.size())
        .filter(task -> beforeTasks.get(task).contains(operation))
        .boxed()
        .toList();
  }

  /** What is met first on all ways back. */
  private List<String> inputs(GraphOperation operation) {
    Set<String> found = new LinkedHashSet<>();
    Set<GraphOperation> seen = new HashSet<>();
    Deque<GraphOperation> open = new ArrayDeque<>(List.of(operation));
    while (!open.isEmpty()) {
      for (Operand<?> input : open.remove().inputs()) {
        GraphOperation before = op(input);
        if (names.containsKey(before)) {
          found.add(names.get(before));
        } else if (seen.add(before)) {
          open.add(before);
        }
      }
    }
    return List.copyOf(found);
  }
}
