package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.sharing.Sharings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of the trunk's layers, as towers can take them. */
final class TrunkNames {
  private TrunkNames() {}

  static List<String> of(ModelDeclaration model) {
    Mark sharing = Sharings.effective(model).orElseThrow();
    Optional<NetworkDeclaration> network =
        sharing.has("network") ? model.networks().of(sharing, "network") : Optional.empty();
    List<String> names = new ArrayList<>();
    network.ifPresent(it -> it.layers().forEach(layer -> names.add(layer.name())));
    int units = sharing.has("value") ? sharing.integers("value").size() : 0;
    for (int i = 1; i <= units; i++) {
      names.add("hidden" + i);
    }
    return names;
  }
}
