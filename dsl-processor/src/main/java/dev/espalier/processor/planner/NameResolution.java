package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.planner.Outside.Meaning;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a parameter of a layer takes: a layer of the network; else {@code in}; else the one thing
 * outside that has the name; or what an address says.
 */
final class NameResolution {
  private final NetworkDeclaration network;
  private final Scope scope;
  private final Outside outside;
  private final Report report;

  NameResolution(NetworkDeclaration network, Scope scope, Outside outside, Report report) {
    this.network = network;
    this.scope = scope;
    this.outside = outside;
    this.report = report;
  }

  Optional<Vertex> resolve(LayerDeclaration layer, Input input) {
    if (input.from().isPresent()) {
      return address(layer, input);
    }
    String name = input.name();
    if (name.equals("in")) {
      return scope.in();
    }
    if (network.layer(name).isPresent()) {
      return scope.layer(name);
    }
    List<Meaning> meanings = outside.meanings(name);
    if (meanings.size() == 1) {
      return outside.at(meanings.get(0).address(), new Outside.Asked(input.origin())).value();
    }
    if (meanings.size() > 1) {
      ambiguous(input, meanings);
    } else if (outside.hides(name)) {
      report.add(
          Rule.BLOCK_SEES_ONLY_IN,
          input.origin(),
          "A block sees only its `in`; `" + name + "` is outside.",
          "Give it as an argument where the block is used: its arguments enter concatenated, as `in`.");
    } else {
      unknown(input, name, visible(layer));
    }
    return Optional.empty();
  }

  private Optional<Vertex> address(LayerDeclaration layer, Input input) {
    Mark from = input.from().orElseThrow();
    String address = from.text("value");
    if (address.equals("in")) {
      return scope.in();
    }
    if (network.layer(input.taken()).isPresent()) {
      return own(layer, address, from);
    }
    Outside.Found there = outside.at(address, new Outside.Asked(from.origin("value")));
    if (!there.known()) {
      unknownAddress(layer, address, from);
      return Optional.empty();
    }
    return there.value();
  }

  /** A layer of the network, or one inside a block of it. */
  private Optional<Vertex> own(LayerDeclaration layer, String address, Mark from) {
    int before = report.found();
    Optional<Vertex> value = scope.at(address);
    if (value.isEmpty() && report.found() == before && network.layer(address).isEmpty()) {
      unknownAddress(layer, address, from);
    }
    return value;
  }

  private void unknownAddress(LayerDeclaration layer, String address, Mark from) {
    if (isUnseenTask(address, from.origin("value"))) {
      return;
    }
    List<String> addresses = new ArrayList<>(List.of("in"));
    scope.layerNames().stream()
        .filter(name -> !name.equals(layer.name()))
        .forEach(name -> addresses.add(scope.address(name)));
    addresses.addAll(outside.addresses());
    report.add(
        Rule.UNKNOWN_NAME,
        from.origin("value"),
        "Nothing here has the address `" + address + "`.",
        Near.help(address, addresses, "address"));
  }

  /** Tells of a task that can't be taken here. */
  private boolean isUnseenTask(String address, Origin origin) {
    Optional<String> task = outside.unseenTask(address);
    task.ifPresent(
        name ->
            report.add(
                Rule.UNKNOWN_NAME,
                origin,
                "`" + name + "` is a task; only towers of other tasks see it.",
                "Take `in`, a layer or a feature here."));
    return task.isPresent();
  }

  private void ambiguous(Input input, List<Meaning> meanings) {
    String name = input.name();
    String choices =
        meanings.stream()
            .map(meaning -> "@From(\"" + meaning.address() + "\")")
            .collect(Collectors.joining(" or "));
    report.add(
        Rule.AMBIGUOUS_NAME,
        input.origin(),
        "`"
            + name
            + "` means "
            + meanings.size()
            + " things here: "
            + meanings.stream().map(Meaning::address).collect(Collectors.joining(" and "))
            + ".",
        "Say which: " + choices + ".");
  }

  private void unknown(Input input, String name, List<String> visible) {
    if (!scope.isFirstSlip(name) || isUnseenTask(name, input.origin())) {
      return;
    }
    report.add(
        Rule.UNKNOWN_NAME,
        input.origin(),
        "Nothing here is called `" + name + "`.",
        Near.help(name, visible, "name"));
  }

  private List<String> visible(LayerDeclaration layer) {
    List<String> visible = new ArrayList<>(scope.layerNames());
    visible.remove(layer.name());
    visible.add("in");
    visible.addAll(outside.names());
    return visible;
  }
}
