package dev.espalier.processor.planner;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.clipping.Clippings;
import dev.espalier.processor.optimizer.Optimizers;
import dev.espalier.processor.plan.BlockUse;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Within;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ModelDeclaration.NetworkSource;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.sharing.DenseTrunks;
import dev.espalier.processor.sharing.Sharing;
import dev.espalier.processor.sharing.Sharings;
import dev.espalier.processor.sharing.TrunkLevels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the annotations on the type say, a variant's own before those of the model it varies.
 *
 * @param sharing the sharing scheme
 * @param mark its annotation
 * @param trunk the trunk as networks, also where the user wrote units alone
 * @param optimizer the call of the optimizer's factory
 * @param balancing the balancing annotation, if there is one
 * @param clipping the call of the factory of what clips gradients, if an annotation says one
 * @param modifiers the annotations on the type, the variant's own first
 * @param networks finds networks that annotations name
 */
record Science(
    Sharing sharing,
    Mark mark,
    TrunkLevels trunk,
    Operation optimizer,
    Optional<Mark> balancing,
    Optional<Operation> clipping,
    List<Mark> modifiers,
    NetworkSource networks) {

  static Science of(ModelDeclaration model) {
    Mark mark = Sharings.effective(model).orElseThrow();
    List<Mark> marks = marks(model);
    return new Science(
        Sharings.of(mark.name()).orElseThrow(),
        mark,
        TrunkLevels.of(model),
        optimizer(model, marks),
        Balancings.among(marks).stream().findFirst(),
        Clippings.among(marks).stream()
            .findFirst()
            .map(each -> Clippings.of(each.name()).orElseThrow().call(each)),
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

  /** The stem of a task, if it has one. */
  Optional<NetworkDeclaration> stem(TaskPlan task) {
    return networks.of(task.mark(), "stem").map(it -> it.at("tasks." + task.name() + ".stem"));
  }

  /** Whether any task has a stem. */
  boolean hasStems(ExamplePlan example) {
    return example.tasks().stream().anyMatch(task -> stem(task).isPresent());
  }

  /** The tower of a task, also where the user wrote {@code hidden} alone. */
  Optional<NetworkDeclaration> tower(TaskPlan task) {
    Optional<NetworkDeclaration> network =
        networks.of(task.mark(), "tower").map(it -> it.at("tasks." + task.name()));
    int hidden = task.mark().integer("hidden");
    if (network.isPresent() || hidden == 0) {
      return network;
    }
    return Optional.of(DenseTrunks.hidden(hidden, task.mark().origin("hidden")));
  }

  /** The use of a network by an annotation that names one. */
  Optional<Within> use(Mark use, String member, String address, Supplier<Optional<Vertex>> in) {
    return networks
        .of(use, member)
        .map(
            network ->
                new Within(
                    network.name(), use, member, address, 0, BlockUse.NONE, in, Optional.empty()));
  }

  /** The network of a block. */
  Optional<NetworkDeclaration> block(Mark block) {
    return networks.of(block, "network");
  }
}
