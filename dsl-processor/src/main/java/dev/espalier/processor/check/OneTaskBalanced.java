package dev.espalier.processor.check;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.balancing.Needs;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.task.LabelKind;
import dev.espalier.processor.task.LabelKinds;
import java.util.List;

/** {@code OneTask} for balancing: a method that finds fewer than two tasks to balance. */
final class OneTaskBalanced implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Mark mark : Balancings.among(model.marks())) {
      Needs needs = Balancings.of(mark.name()).orElseThrow().needs();
      if (needs != Needs.NOTHING) {
        check(model.example(), mark, needs, report);
      }
    }
  }

  private static void check(ModelDeclaration example, Mark balancing, Needs needs, Report report) {
    List<Component> trained = example.labels().stream().filter(OneTaskBalanced::isTrained).toList();
    List<Component> balanced =
        trained.stream()
            .filter(label -> needs != Needs.PROBABILITIES || predictsProbabilities(label))
            .toList();
    // Where nothing is trained at all, a run says so.
    if (trained.isEmpty() || balanced.size() > 1) {
      return;
    }
    String which = needs == Needs.PROBABILITIES ? " that predict probabilities" : "";
    String count = balanced.isEmpty() ? "none" : "one, `" + balanced.get(0).name() + "`";
    boolean weights = trained.size() < example.labels().size();
    report.add(
        Rule.ONE_TASK,
        balancing.origin(),
        "%s balances two tasks or more%s; `%s` %s %s."
            .formatted(balancing, which, example.simpleName(), weights ? "trains" : "has", count),
        weights
            ? "Give another task a @LossWeight above 0, or remove " + balancing + "."
            : "Add a task, or remove " + balancing + ".");
  }

  private static boolean isTrained(Component label) {
    return label.mark("LossWeight").filter(mark -> mark.number("value") == 0).isEmpty();
  }

  private static boolean predictsProbabilities(Component label) {
    return LabelKinds.of(label).filter(LabelKind::predictsProbabilities).isPresent();
  }
}
