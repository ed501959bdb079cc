package dev.espalier.processor.planner;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plans a declaration that passed its checks; empty when a mistake was found on the way. */
public final class Planner {
  private final ModelDeclaration model;
  private final Report report;
  private final ExamplePlan example;
  private final Science science;

  private Planner(ModelDeclaration model, Report report) {
    this.model = model;
    this.report = report;
    this.example = ExamplePlanner.plan(model.example());
    this.science = Science.of(model);
  }

  /** Resolves names, expands sharing, infers shapes. */
  public static Optional<ModelPlan> plan(ModelDeclaration model, Report report) {
    return new Planner(model, report).plan();
  }

  /** The example alone, which stubs are written from. */
  public static ExamplePlan example(ModelDeclaration model) {
    return ExamplePlanner.plan(model.example());
  }

  private Optional<ModelPlan> plan() {
    int before = report.found();
    Wiring wiring = new Wiring(science, example, report);
    List<Vertex> heads = wiring.wire();
    if (report.found() > before) {
      return Optional.empty();
    }
    if (heads.size() < example.tasks().size()) {
      throw new IllegalStateException(
          "Only " + heads.size() + " of the tasks " + example.taskNames() + " are wired");
    }
    reportUnused(wiring);
    List<Node> nodes =
        new Inference(example, foreignTrunk(), science.modifiers(), report)
            .infer(wiring.stems().meetings(), wiring.view().inOrder(), heads);
    if (report.found() > before) {
      return Optional.empty();
    }
    reportUnusedFeatures(nodes);
    reportUnknownParts(nodes);
    ModelPlan plan =
        new ModelPlan(
            model,
            example,
            nodes,
            science.sharing().words() + (science.hasStems(example) ? " behind stems" : ""),
            wiring.view().learnt(),
            science.optimizer(),
            science.balancing().map(mark -> Balancings.of(mark.name()).orElseThrow().call(mark)),
            science.clipping());
    new NothingShared(science, plan).check(report);
    return report.found() > before ? Optional.empty() : Optional.of(plan);
  }

  /** The name of the trunk's network where that can't be changed, coming from a class file. */
  private Optional<String> foreignTrunk() {
    return science.mark().each("network").stream()
        .flatMap(
            mark ->
                model
                    .networks()
                    .of(mark, "network")
                    .filter(it -> it.origin().equals(mark.origin("network")))
                    .stream())
        .map(NetworkDeclaration::name)
        .findFirst();
  }

  private void reportUnused(Wiring wiring) {
    if (!wiring.isTrunkUsed()) {
      report.add(
          Rule.UNUSED_TRUNK,
          science.mark().origin(),
          "No task takes the trunk: the towers name features only.",
          "Let a tower take `in`, or a layer of the trunk.");
      return;
    }
    reportIdle(wiring);
    reportTooLarge(wiring);
    wiring
        .stems()
        .idle()
        .forEach(
            task ->
                report.add(
                    Rule.UNUSED_STEM,
                    task.mark().origin("stem"),
                    "Nothing takes the stem of `"
                        + task.name()
                        + "`: its tower takes nothing of the trunk.",
                    "Let the tower take `in`, or a layer of the trunk, or remove the stem."));
    wiring
        .usage()
        .unused()
        .forEach(
            layer ->
                report.add(
                    Rule.UNUSED_LAYER,
                    layer.origin(),
                    "Nothing needs `" + layer.name() + "`.",
                    "Take it in another layer, or delete it."));
  }

  /** Of blocks it is told where they are expanded. */
  private void reportTooLarge(Wiring wiring) {
    if (wiring.usage().isTooLarge()) {
      report.add(
          Rule.OUT_OF_RANGE,
          science.mark().origin(),
          "With all copies of the trunk the model has more than " + Usage.MOST_LAYERS + " layers.",
          "Make fewer copies, or a trunk of fewer layers: every copy has all of them.");
    }
  }

  /** Layers that a scheme was to do something at, and that no task takes so. */
  private void reportIdle(Wiring wiring) {
    Mark sharing = science.mark();
    for (String layer : wiring.view().unused()) {
      String member = science.sharing().at().orElseThrow();
      report.add(
          Rule.UNUSED_LAYER,
          sharing.origin(member, sharing.texts(member).indexOf(layer)),
          "No task takes what " + sharing + " makes of `" + layer + "`.",
          "Name the trunk's output too, or let a tower take `" + layer + "`.");
    }
  }

  private void reportUnusedFeatures(List<Node> nodes) {
    Set<String> used = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (node.code() instanceof FeaturesCode features) {
        used.addAll(features.names());
      }
    }
    for (FeaturePlan feature : example.features()) {
      if (!used.contains(feature.name())) {
        report.add(
            Rule.UNUSED_FEATURE,
            feature.component().origin(),
            "No network takes `" + feature.name() + "`.",
            "Name it in a layer, take `in` or `features`, or write @Ignored.");
      }
    }
  }

  /** Parts that a variant's own trunk lacks may well be named by what it takes over. */
  private void reportUnknownParts(List<Node> nodes) {
    Set<String> parts = parts(nodes);
    for (Mark mark : model.marks()) {
      if (!Modifiers.NAMES.contains(mark.name())) {
        continue;
      }
      List<String> named = Modifiers.parts(mark);
      String member = Modifiers.partsMember(mark);
      for (int i = 0; i < named.size(); i++) {
        if (!parts.contains(named.get(i))) {
          report.add(
              Rule.UNKNOWN_PART,
              mark.origin(member, i),
              "Nothing in this model has the address `" + named.get(i) + "`.",
              Near.help(named.get(i), shown(parts), "part"));
        }
      }
    }
  }

  /** The parts that a message lists: what holds parameters, and tables. */
  private static List<String> shown(Set<String> parts) {
    return parts.stream()
        .filter(
            part ->
                part.startsWith("tables.")
                    || parts.stream().anyMatch(other -> other.startsWith(part + ".")))
        .toList();
  }

  /** The addresses of everything that learns, and of what they lie in. */
  private static Set<String> parts(List<Node> nodes) {
    Set<String> parts = new TreeSet<>();
    for (Node node : nodes) {
      for (Parameter parameter : node.parameters()) {
        String address = parameter.address();
        while (!address.isEmpty()) {
          parts.add(address);
          address = address.substring(0, Math.max(0, address.lastIndexOf('.')));
        }
      }
    }
    return parts;
  }
}
