package dev.espalier.processor.planner;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.balancing.Needs;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code NothingShared}: a method that balances what tasks share, which is nothing that learns. */
record NothingShared(Science science, ModelPlan plan) {

  void check(Report report) {
    science.balancing().ifPresent(mark -> lack(mark).ifPresent(lack -> report(mark, lack, report)));
  }

  /**
   * What a method misses.
   *
   * @param what it balances, and what it finds instead
   * @param cure what to write
   */
  private record Lack(String what, String cure) {}

  private Optional<Lack> lack(Mark mark) {
    Needs needs = Balancings.of(mark.name()).orElseThrow().needs();
    if (needs != Needs.SHARED_PARAMETERS && needs != Needs.SHARED_VALUES) {
      return Optional.empty();
    }
    if (shared().stream().allMatch(NothingShared::isFrozen)) {
      String found =
          shared().isEmpty() ? "here they share nothing" : "all that they share here is frozen";
      return Optional.of(
          new Lack(
              "balances the gradients of what tasks share, and " + found,
              "Share something that learns, as @SharedTrunk does, or remove " + mark));
    }
    return needs == Needs.SHARED_VALUES && plan.boundary().isEmpty()
        ? Optional.of(
            new Lack(
                "weighs tasks by the gradients of values that they share, and here they share weights alone, each with values of its own",
                "Write @Mgda, which needs no such value, or take the stems away"))
        : Optional.empty();
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
  private void report(Mark balancing, Lack lack, Report report) {
    boolean own = plan.declaration().marks().contains(balancing);
    report.add(
        Rule.NOTHING_SHARED,
        own ? balancing.origin() : science.mark().origin(),
        balancing
            + (own ? " " : ", taken over from the model that this varies, ")
            + lack.what()
            + ".",
        own ? lack.cure() + "." : "Write @FixedWeights here, or another balancing method.");
  }
}
