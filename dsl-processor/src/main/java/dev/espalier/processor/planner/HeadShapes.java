package dev.espalier.processor.planner;

import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.Kind.Positions;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.AliasSource;
import dev.espalier.processor.plan.Vertex.JunctionSource;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.report.Names;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether what heads stand on has a value for everything that their tasks predict. Several that
 * stand on the same and lack the same are one mistake, which is told when all have been looked at.
 */
final class HeadShapes {
  /**
   * What is wrong with what a head stands on: {@code positions} are those that it lacks, if any.
   */
  private record Fault(String top, Shape shape, Optional<Positions> positions) {}

  /** Where a fault was met first, and all tasks that have it. */
  private record Met(Vertex vertex, Node top, List<TaskPlan> tasks) {}

  private final ExamplePlan example;
  private final LostPositions lost;
  private final Map<Fault, Met> faults = new LinkedHashMap<>();

  HeadShapes(ExamplePlan example, Function<Vertex, Optional<Node>> known) {
    this.example = example;
    this.lost = new LostPositions(known);
  }

  /** Looks at what a head stands on. */
  boolean fits(TaskPlan task, Vertex vertex, Node top) {
    Optional<Positions> positions = task.kind().positions();
    boolean fits =
        positions.map(it -> LostPositions.has(it, top.shape())).orElse(top.shape().rank() == 1);
    if (!fits) {
      Fault fault = new Fault(top.address(), top.shape(), positions);
      faults.computeIfAbsent(fault, key -> new Met(vertex, top, new ArrayList<>())).tasks.add(task);
    }
    return fits;
  }

  /** Tells what does not fit. */
  void tell(Report report) {
    faults.forEach(
        (fault, met) ->
            report.add(
                fault.positions.isPresent() ? Rule.NOT_ALONG : Rule.HEAD_NEEDS_POOLING,
                met.tasks.get(0).mark().origin(),
                sentence(fault, met),
                fault.positions.isPresent()
                    ? alongHelp(fault.positions.get(), met)
                    : poolingHelp(met)));
  }

  private static String sentence(Fault fault, Met met) {
    boolean one = met.tasks.size() == 1;
    return Names.of(met.tasks.stream().map(TaskPlan::name).toList())
        + fault
            .positions
            .map(
                it ->
                    (one ? " has" : " have")
                        + " a class for each "
                        + it.noun()
                        + " of `"
                        + it.feature()
                        + "` "
                        + it.shape())
            .orElse(one ? " is one value a row" : " are one value a row each")
        + ", and what "
        + (one ? "it is" : "they are")
        + " predicted from is "
        + met.top.shape()
        + " (`"
        + met.top.address()
        + "`, "
        + met.top.source()
        + ").";
  }

  private String poolingHelp(Met met) {
    String pools = "@GlobalAveragePool, @GlobalMaxPool or @Flatten";
    if (isOfTower(met)) {
      return "End the tower with " + pools + ".";
    }
    // A task along positions needs the trunk as it is.
    if (example.tasks().stream().anyMatch(it -> it.kind().positions().isPresent())) {
      return "Give " + whom(met) + " a tower that ends with " + pools + ".";
    }
    Vertex line = line(met.vertex);
    boolean network =
        line.source() instanceof LineSource source && source.within().isPresent()
            || line.source() instanceof AliasSource;
    return (network ? "End the trunk with " : "Write the trunk as a network that ends with ")
        + pools
        + ", or give "
        + whom(met)
        + " a tower that does.";
  }

  private String alongHelp(Positions positions, Met met) {
    Optional<String> mend = lost.mend(positions, met.vertex);
    String ends = "ends with the " + positions.noun() + "s of `" + positions.feature() + "`.";
    if (isOfTower(met)) {
      return mend.map(it -> it + ", so that the tower " + ends)
          .orElse("Write a tower that " + ends);
    }
    return mend.map(it -> it + ", or give ").orElse("Give ") + whom(met) + " a tower that " + ends;
  }

  /** The line that a sharing scheme made a value of, by way of what comes first each time. */
  private static Vertex line(Vertex vertex) {
    Vertex line = vertex;
    while (line.source() instanceof JunctionSource) {
      line = line.inputs().get(0);
    }
    return line;
  }

  private static boolean isOfTower(Met met) {
    return met.top.address().startsWith("tasks.");
  }

  private static String whom(Met met) {
    return met.tasks.size() == 1 ? "it" : "each";
  }
}
