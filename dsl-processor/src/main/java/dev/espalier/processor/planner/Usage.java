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

  void network(NetworkDeclaration network) {
    networks.putIfAbsent(network.key(), network);
    layers.computeIfAbsent(network.key(), key -> new LinkedHashSet<>());
  }

  void layer(NetworkDeclaration network, LayerDeclaration layer) {
    layers.get(network.key()).add(layer.name());
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
