package dev.espalier.processor.planner;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.read.NetworkOutput;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which layers of which networks a model uses, over all uses of each network. */
final class Usage {
  private final Map<String, NetworkDeclaration> networks = new LinkedHashMap<>();
  private final Map<String, Set<String>> layers = new LinkedHashMap<>();

  /** Expanded, a model of more layers is more than a compiler or a method can hold. */
  static final int MOST_LAYERS = 1000;

  private int count;
  private boolean told;

  void network(NetworkDeclaration network) {
    networks.putIfAbsent(network.key(), network);
    layers.computeIfAbsent(network.key(), key -> new LinkedHashSet<>());
  }

  void layer(NetworkDeclaration network, LayerDeclaration layer) {
    layers.get(network.key()).add(layer.name());
    count++;
  }

  /** Whether all uses together have more layers than can be generated. */
  boolean isTooLarge() {
    return count > MOST_LAYERS;
  }

  /** Whether that is not told yet: all blocks around are too large too. */
  boolean isFirstTooLarge() {
    boolean first = !told;
    told = true;
    return first;
  }

  /** The layers that no use needs; of several that feed each other the last. */
  List<LayerDeclaration> unused() {
    return networks.values().stream()
        .flatMap(
            network ->
                NetworkOutput.untaken(network).stream()
                    .filter(layer -> !layers.get(network.key()).contains(layer.name())))
        .toList();
  }
}
