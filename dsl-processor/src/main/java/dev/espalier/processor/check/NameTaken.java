package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.GeneratedNames;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.Networks;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code NameTaken}: a name that something generated needs, and that is taken already. */
final class NameTaken implements Check {
  private static final List<String> OF_MODELS =
      List.of("Trainer", "Predictor", "Prediction", "Input", "Task", "Data", "Graph");
  private static final List<String> OF_VARIANTS = List.of("Trainer", "Graph");

  private final Round round;

  NameTaken(Round round) {
    this.round = round;
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    String start = model.packageName().isEmpty() ? "" : model.packageName() + ".";
    for (String suffix : model.mark("ModelOf").isPresent() ? OF_VARIANTS : OF_MODELS) {
      String name = model.name() + suffix;
      if (round.written().contains(start + name)) {
        report.add(
            Rule.NAME_TAKEN,
            model.origin(),
            "`"
                + name
                + "` would be generated for `"
                + model.simpleName()
                + "`, and you have written a type of that name.",
            "Rename one of them.");
        return;
      }
    }
    checkOtherModels(model, report);
    checkConditions(model, report);
  }

  /** Whether what a file's networks take can be written under its name. */
  boolean isFree(Networks.InFile networks, Report report) {
    String start = networks.packageName().isEmpty() ? "" : networks.packageName() + ".";
    String name = networks.name() + "Wires";
    if (!round.written().contains(start + name)) {
      return true;
    }
    report.add(
        Rule.NAME_TAKEN,
        Origin.of(networks.type()),
        "`"
            + name
            + "` would be generated for the networks in `"
            + networks.name()
            + "`, and you have written a type of that name.",
        "Rename one of them.");
    return false;
  }

  /** Of two models that want one name, the second is told. */
  private void checkOtherModels(ModelDeclaration model, Report report) {
    for (ModelDeclaration other : round.models()) {
      if (other.type().equals(model.type())) {
        return;
      }
      if (other.name().equals(model.name()) && other.packageName().equals(model.packageName())) {
        report.add(
            Rule.NAME_TAKEN,
            model.origin(),
            "`"
                + model.name()
                + "Trainer` would be generated for `"
                + shown(other)
                + "` and for `"
                + shown(model)
                + "`.",
            "Rename one of them.");
        return;
      }
    }
  }

  private static String shown(ModelDeclaration model) {
    String qualified = model.type().getQualifiedName().toString();
    return model.packageName().isEmpty()
        ? qualified
        : qualified.substring(model.packageName().length() + 1);
  }

  /** {@code buy} given {@code click} is predicted as {@code buyGivenClick} too. */
  private static void checkConditions(ModelDeclaration model, Report report) {
    for (Component label : model.labels()) {
      label
          .mark("Given")
          .map(given -> given.text("value"))
          .filter(condition -> !condition.isEmpty())
          .map(condition -> GeneratedNames.conditional(label.name(), condition))
          .flatMap(
              name -> model.labels().stream().filter(each -> each.name().equals(name)).findFirst())
          .ifPresent(
              taken ->
                  report.add(
                      Rule.NAME_TAKEN,
                      taken.origin(),
                      "`"
                          + taken.name()
                          + "` is what the prediction calls `"
                          + label.name()
                          + "` where its condition holds.",
                      "Rename this task."));
    }
  }
}
