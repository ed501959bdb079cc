package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.sharing.Sharings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network where an annotation brings it in.
 *
 * @param network the network
 * @param mark the annotation
 * @param member its member
 */
record NetworkUse(NetworkDeclaration network, Mark mark, String member) {
  private static final List<String> MEMBERS = List.of("network", "stem", "tower");

  /** Every network of a model's own annotations, blocks after what uses them; each use once. */
  static List<NetworkUse> of(ModelDeclaration model) {
    List<NetworkUse> uses = new ArrayList<>();
    Set<String> blocks = new HashSet<>();
    Sharings.marks(model).stream()
        .filter(mark -> !mark.isBroken())
        .flatMap(mark -> mark.each("network").stream())
        .forEach(mark -> add(mark, Optional.of("trunk"), model, uses, blocks));
    for (Component label : model.labels()) {
      Optional<String> address = Optional.of("tasks." + label.name());
      label.mark("TaskHead").ifPresent(mark -> add(mark, address, model, uses, blocks));
    }
    return uses;
  }

  private static void add(
      Mark mark,
      Optional<String> address,
      ModelDeclaration model,
      List<NetworkUse> uses,
      Set<String> seen) {
    for (String member : MEMBERS) {
      if (mark.isBroken() || !mark.has(member)) {
        continue;
      }
      Optional<NetworkDeclaration> network = model.networks().of(mark, member);
      Optional<String> place = address.map(it -> member.equals("stem") ? it + ".stem" : it);
      network.ifPresent(it -> uses.add(new NetworkUse(place.map(it::at).orElse(it), mark, member)));
      network
          .filter(it -> seen.add(it.key()))
          .ifPresent(
              it ->
                  it.layers()
                      .forEach(
                          layer ->
                              block(layer)
                                  .ifPresent(
                                      block -> add(block, Optional.empty(), model, uses, seen))));
    }
  }

  /** The block of a layer, if it is one. */
  static Optional<Mark> block(LayerDeclaration layer) {
    return layer.mark("Block").filter(mark -> !mark.isBroken());
  }

  /** Where the network is brought in. */
  Origin origin() {
    return mark.origin(member);
  }

  /** Whether rules about layers can be asked: it has layers, and they have their names. */
  boolean isReadable() {
    return network.isInterface() && !network.namesLost() && !network.layers().isEmpty();
  }

  /** Whether it is a tower. */
  boolean isTower() {
    return member.equals("tower");
  }

  /** Whether it is a block. */
  boolean isBlock() {
    return mark.name().equals("Block");
  }
}
