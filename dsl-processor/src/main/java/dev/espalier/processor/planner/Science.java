package dev.espalier.processor.planner;

import dev.espalier.processor.optimizer.Optimizers;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ModelDeclaration.NetworkSource;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.sharing.Sharing;
import dev.espalier.processor.sharing.Sharings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the annotations on the type say, a variant's own before those of the model it varies.
 *
 * @param sharing the sharing scheme
 * @param mark its annotation
 * @param trunk the trunk as a network, also where the user wrote units alone
 * @param optimizer the call of the optimizer's factory
 * @param modifiers the annotations on the type, the variant's own first
 * @param networks finds networks that annotations name
 */
record Science(
    Sharing sharing,
    Mark mark,
    NetworkDeclaration trunk,
    Operation optimizer,
    List<Mark> modifiers,
    NetworkSource networks) {

  static Science of(ModelDeclaration model) {
    Mark mark = Sharings.effective(model).orElseThrow();
    List<Mark> marks = marks(model);
    return new Science(
        Sharings.of(mark.name()).orElseThrow(),
        mark,
        trunk(model, mark),
        optimizer(model, marks),
        List.copyOf(marks),
        model.networks());
  }

  /** A variant's own annotations, and those of its model that it says nothing of. */
  private static List<Mark> marks(ModelDeclaration model) {
    List<Mark> marks = new ArrayList<>(model.marks());
    Set<String> own = model.marks().stream().map(Mark::name).collect(Collectors.toSet());
    model.base().stream()
        .flatMap(base -> base.marks().stream())
        .filter(mark -> !own.contains(mark.name()))
        .forEach(marks::add);
    return marks;
  }

  private static Operation optimizer(ModelDeclaration model, List<Mark> marks) {
    Mark mark =
        marks.stream()
            .filter(each -> Optimizers.of(each.name()).isPresent())
            .findFirst()
            .orElseGet(() -> model.defaults().of(Optimizers.DEFAULT, model.origin()));
    return Optimizers.of(mark.name()).orElseThrow().call(mark);
  }

  private static NetworkDeclaration trunk(ModelDeclaration model, Mark mark) {
    Optional<NetworkDeclaration> network = model.networks().of(mark, "network");
    if (network.isPresent()) {
      return network.get().at("trunk");
    }
    List<Integer> units = mark.integers("value");
    if (units.isEmpty()) {
      ModelDeclaration base = model.base().orElseThrow();
      return trunk(base, Sharings.effective(base).orElseThrow());
    }
    List<LayerDeclaration> layers = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      layers.add(
          dense(
              "hidden" + (i + 1),
              i == 0 ? "in" : "hidden" + i,
              units.get(i),
              mark.origin("value", i)));
    }
    return network("trunk", layers, mark.origin());
  }

  /** The tower of a task, also where the user wrote {@code hidden} alone. */
  Optional<NetworkDeclaration> tower(TaskPlan task) {
    Optional<NetworkDeclaration> network =
        networks.of(task.mark(), "tower").map(it -> it.at("tasks." + task.name()));
    int hidden = task.mark().integer("hidden");
    if (network.isPresent() || hidden == 0) {
      return network;
    }
    Origin origin = task.mark().origin("hidden");
    return Optional.of(network("hidden", List.of(dense("hidden", "in", hidden, origin)), origin));
  }

  private static LayerDeclaration dense(String name, String input, int units, Origin origin) {
    return new LayerDeclaration(
        name,
        List.of(
            Mark.implied("Dense", Map.of("value", units, "bias", true), origin),
            Mark.implied("Relu", Map.of(), origin)),
        List.of(new Input(input, Optional.empty(), true, origin)),
        List.of(),
        origin);
  }

  private static NetworkDeclaration network(
      String name, List<LayerDeclaration> layers, Origin origin) {
    return new NetworkDeclaration(
        name, "{" + name + "}", layers, List.of(), true, false, List.of(), origin);
  }
}
