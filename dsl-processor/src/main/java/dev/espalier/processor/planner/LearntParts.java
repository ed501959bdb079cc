package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.plan.Node.State;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Statistic;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.read.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a value learns or keeps, with what modifiers say of it. */
final class LearntParts {
  private final List<Mark> model;

  /**
   * Parts of one model.
   *
   * @param model the annotations on the type, a variant's own first
   */
  LearntParts(List<Mark> model) {
    this.model = model;
  }

  /** What a value learns. */
  List<Parameter> parameters(Vertex vertex, List<Weight> weights) {
    return parameters(vertex.place().address(), vertex, weights);
  }

  /** What a value learns, where that has an address of its own. */
  List<Parameter> parameters(String part, Vertex vertex, List<Weight> weights) {
    List<Parameter> parameters = new ArrayList<>();
    for (Weight weight : weights) {
      String address = part + "." + weight.name();
      Modifiers modifiers = Modifiers.of(address, vertex.place().modifiers(), model);
      Optional<String> initializer =
          weight.initializer().map(given -> modifiers.initializer().orElse(given));
      parameters.add(
          new Parameter(
              vertex.place().weights() + "." + weight.name(),
              address,
              new Weight(weight.name(), weight.shape(), initializer, weight.start()),
              modifiers,
              Optional.empty()));
    }
    return parameters;
  }

  /** What a value keeps and does not learn. */
  List<State> states(Vertex vertex, List<Statistic> statistics) {
    String address = vertex.place().address();
    boolean frozen = Modifiers.of(address, vertex.place().modifiers(), model).frozen();
    return statistics.stream()
        .map(
            statistic ->
                new State(vertex.place().path() + "." + statistic.name(), statistic, frozen))
        .toList();
  }

  /**
   * An embedding table.
   *
   * @param copy the copy of the tables that it belongs to
   * @param declared the annotations on the feature that declares it
   */
  Parameter table(String copy, Table table, List<Mark> declared) {
    String address = "tables." + table.name();
    Modifiers modifiers = Modifiers.of(address, List.of(declared), model);
    Weight weight =
        new Weight(
            table.name(),
            Shape.of(table.rows().count(), table.dimension()),
            Optional.of(modifiers.initializer().orElse("SMALL_UNIFORM")),
            0);
    return new Parameter(copy + "." + table.name(), address, weight, modifiers, Optional.of(table));
  }
}
