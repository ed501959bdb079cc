package dev.espalier.processor.balancing;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** All balancing methods, by annotation: the one place where a new one is registered. */
public final class Balancings {
  private static final List<BalancingRoom> ALL =
      List.of(
          BalancingRoom.ofLosses("FixedWeights").needing(Needs.NOTHING),
          BalancingRoom.ofLosses(
                  "UncertaintyWeighting",
                  fromTo("UncertaintyWeighting", "initial", -10, 10),
                  positive("UncertaintyWeighting", "rate"))
              .taking("form", "initial", "rate"),
          BalancingRoom.ofLosses(
              "DynamicWeightAverage", positive("DynamicWeightAverage", "temperature")),
          BalancingRoom.ofLosses("RandomLossWeighting"),
          BalancingRoom.ofLosses("GeometricLoss"),
          BalancingRoom.ofLosses("ImtlL", positive("ImtlL", "rate")),
          BalancingRoom.ofLosses(
              "SmoothTchebycheff",
              positive("SmoothTchebycheff", "mu"),
              atLeast0("SmoothTchebycheff", "warmUp")),
          BalancingRoom.ofLosses(
              "Famo",
              positive("Famo", "rate"),
              atLeast0("Famo", "decay"),
              Range.finite("bound", noun("Famo", "bound")),
              atLeast0("Famo", "maxNorm")),
          BalancingRoom.ofLosses(
              "TaskExponent", atLeast0("TaskExponent", "rate"), part("TaskExponent", "least")),
          BalancingRoom.ofLosses(
                  "ConfidenceScheduling",
                  fromTo("ConfidenceScheduling", "exponent", -10, 10),
                  Range.share("memory", noun("ConfidenceScheduling", "memory")))
              .taking("follow", "exponent", "memory")
              .needing(Needs.PROBABILITIES),
          BalancingRoom.ofGradients(
              "GradNorm", atLeast0("GradNorm", "alpha"), positive("GradNorm", "rate")),
          BalancingRoom.ofGradients("PcGrad"),
          BalancingRoom.ofGradients("Mgda").taking("normalization"),
          BalancingRoom.ofGradients("RepresentationMgda")
              .taking("normalization")
              .needing(Needs.SHARED_VALUES),
          BalancingRoom.ofGradients("CaGrad", atLeast0("CaGrad", "c")).taking("c", "rescale"),
          BalancingRoom.ofGradients("GradVac", part("GradVac", "beta")),
          BalancingRoom.ofGradients("GradDrop", part("GradDrop", "leak")),
          BalancingRoom.ofGradients("ImtlG"),
          BalancingRoom.ofGradients("NashMtl", atLeast0("NashMtl", "maxNorm")),
          BalancingRoom.ofGradients("AlignedMtl"),
          BalancingRoom.ofGradients("UpGrad", atLeast0("UpGrad", "regularization")),
          BalancingRoom.ofGradients("DualProj", atLeast0("DualProj", "regularization")),
          BalancingRoom.ofGradients("FairGrad", positive("FairGrad", "alpha")),
          BalancingRoom.ofGradients("ConFig"),
          BalancingRoom.ofGradients(
              "MoCo",
              part("MoCo", "beta"),
              atLeast0("MoCo", "betaDecay"),
              atLeast0("MoCo", "gamma"),
              atLeast0("MoCo", "gammaDecay"),
              atLeast0("MoCo", "rho")),
          BalancingRoom.ofGradients(
              "DbMtl", part("DbMtl", "beta"), atLeast0("DbMtl", "betaDecay")));

  private Balancings() {}

  /** All of them, in the order of registration. */
  public static List<BalancingRoom> all() {
    return ALL;
  }

  /** The method of an annotation, if it is one. */
  public static Optional<BalancingRoom> of(String annotation) {
    return ALL.stream().filter(each -> each.annotation().equals(annotation)).findFirst();
  }

  /** The balancing annotations among some, in their order. */
  public static List<Mark> among(List<Mark> marks) {
    return marks.stream().filter(mark -> of(mark.name()).isPresent()).toList();
  }

  private static Range atLeast0(String annotation, String member) {
    return Range.atLeast(member, noun(annotation, member), 0);
  }

  private static Range positive(String annotation, String member) {
    return Range.positive(member, noun(annotation, member));
  }

  private static Range part(String annotation, String member) {
    return fromTo(annotation, member, 0, 1);
  }

  private static Range fromTo(String annotation, String member, double least, double most) {
    return Range.atLeast(member, noun(annotation, member), least).atMost(most);
  }

  private static String noun(String annotation, String member) {
    return "`" + member + "` of @" + annotation;
  }
}
