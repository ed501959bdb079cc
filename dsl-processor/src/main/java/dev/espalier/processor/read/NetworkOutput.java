package dev.espalier.processor.read;

import dev.espalier.processor.read.LayerDeclaration.Input;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which layer of a network is its output. */
public final class NetworkOutput {
  private NetworkOutput() {}

  /** The layer called {@code out}, else the only one that no layer of the network takes. */
  public static Optional<LayerDeclaration> of(NetworkDeclaration network) {
    Optional<LayerDeclaration> named = network.layer("out");
    if (named.isPresent()) {
      return named;
    }
    List<LayerDeclaration> candidates = untaken(network);
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** The layers that no layer of the network takes, in source order. */
  public static List<LayerDeclaration> untaken(NetworkDeclaration network) {
    Set<String> taken =
        network.layers().stream()
            .flatMap(layer -> layer.inputs().stream())
            .map(Input::taken)
            .collect(Collectors.toSet());
    return network.layers().stream().filter(layer -> !taken.contains(layer.name())).toList();
  }
}
