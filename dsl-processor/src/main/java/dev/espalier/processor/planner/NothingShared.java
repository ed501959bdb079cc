package dev.espalier.processor.planner;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.balancing.Needs;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Set;

/** {@code NothingShared}: a method that balances what tasks share, which is nothing that learns. */
record NothingShared(Science science, ModelPlan plan) {

  void check(Report report) {
    science
        .balancing()
        .filter(mark -> needsShared(mark) && shared().stream().allMatch(NothingShared::isFrozen))
        .ifPresent(mark -> report(mark, report));
  }

  private static boolean needsShared(Mark mark) {
    return Balancings.of(mark.name()).orElseThrow().needs() == Needs.SHARED_PARAMETERS;
  }

  /** What more than one task that is trained reaches. */
  private List<Parameter> shared() {
    return plan.owners().entrySet().stream()
        .filter(owned -> trained(owned.getValue()) > 1)
        .map(owned -> owned.getKey())
        .toList();
  }

  private long trained(Set<Integer> tasks) {
    return tasks.stream().filter(task -> plan.example().tasks().get(task).weight() > 0).count();
  }

  private static boolean isFrozen(Parameter parameter) {
    return parameter.settings().frozen();
  }

  /** What a variant takes over without a word is shown where the variant says how it shares. */
  private void report(Mark balancing, Report report) {
    boolean own = plan.declaration().marks().contains(balancing);
    String what =
        shared().isEmpty() ? "here they share nothing" : "all that they share here is frozen";
    report.add(
        Rule.NOTHING_SHARED,
        own ? balancing.origin() : science.mark().origin(),
        balancing
            + (own ? "" : ", taken over from the model that this varies,")
            + " balances the gradients of what tasks share, and "
            + what
            + ".",
        own
            ? "Share something that learns, as @SharedTrunk does, or remove " + balancing + "."
            : "Write @FixedWeights here, or another balancing method.");
  }
}
