package dev.espalier.runtime.generated;

import dev.espalier.dsl.AlignedMtl;
import dev.espalier.dsl.CaGrad;
import dev.espalier.dsl.CaGradRescale;
import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.ConFig;
import dev.espalier.dsl.ConfidenceScheduling;
import dev.espalier.dsl.DbMtl;
import dev.espalier.dsl.DualProj;
import dev.espalier.dsl.DynamicWeightAverage;
import dev.espalier.dsl.FairGrad;
import dev.espalier.dsl.Famo;
import dev.espalier.dsl.FixedWeights;
import dev.espalier.dsl.GeometricLoss;
import dev.espalier.dsl.GradDrop;
import dev.espalier.dsl.GradNorm;
import dev.espalier.dsl.GradVac;
import dev.espalier.dsl.ImtlG;
import dev.espalier.dsl.ImtlL;
import dev.espalier.dsl.Mgda;
import dev.espalier.dsl.MgdaNormalization;
import dev.espalier.dsl.MoCo;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.NashMtl;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.PcGrad;
import dev.espalier.dsl.RandomLossWeighting;
import dev.espalier.dsl.RepresentationMgda;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.SmoothTchebycheff;
import dev.espalier.dsl.TaskExponent;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.UncertaintyForm;
import dev.espalier.dsl.UncertaintyWeighting;
import dev.espalier.dsl.UpGrad;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One model with every balancing method, as it is and with settings. */
@SharedTrunk({4})
record Balanced(
    @Numeric(length = 3) float[] x,
    @TaskHead float sum,
    @TaskHead boolean positive,
    @TaskHead(classes = 3) int third) {

  /** Rows whose tasks pull in different directions. */
  static List<Balanced> rows() {
    SplittableRandom random = new SplittableRandom(5);
    List<Balanced> rows = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      float a = (float) (random.nextDouble() - 0.5);
      float b = (float) (random.nextDouble() - 0.5);
      float c = (float) (random.nextDouble() - 0.5);
      rows.add(
          new Balanced(new float[] {a, b, c}, a - 2 * b, b + c > 0, a > c ? 0 : b > c ? 1 : 2));
    }
    return rows;
  }

  @ModelOf(Balanced.class)
  @FixedWeights
  interface WithFixedWeights {}

  @ModelOf(Balanced.class)
  @GradNorm
  interface WithGradNorm {}

  @ModelOf(Balanced.class)
  @PcGrad
  interface WithPcGrad {}

  @ModelOf(Balanced.class)
  @Mgda
  interface WithMgda {}

  @ModelOf(Balanced.class)
  @CaGrad
  interface WithCaGrad {}

  @ModelOf(Balanced.class)
  @GradVac
  interface WithGradVac {}

  @ModelOf(Balanced.class)
  @ImtlG
  interface WithImtlG {}

  @ModelOf(Balanced.class)
  @NashMtl
  interface WithNashMtl {}

  @ModelOf(Balanced.class)
  @AlignedMtl
  interface WithAlignedMtl {}

  @ModelOf(Balanced.class)
  @UpGrad
  interface WithUpGrad {}

  @ModelOf(Balanced.class)
  @DualProj
  interface WithDualProj {}

  @ModelOf(Balanced.class)
  @FairGrad
  interface WithFairGrad {}

  @ModelOf(Balanced.class)
  @ConFig
  interface WithConFig {}

  @ModelOf(Balanced.class)
  @MoCo
  interface WithMoCo {}

  @ModelOf(Balanced.class)
  @DbMtl
  interface WithDbMtl {}

  @ModelOf(Balanced.class)
  @Mgda(normalization = MgdaNormalization.LOSS)
  interface OtherMgda {}

  @ModelOf(Balanced.class)
  @GradNorm(alpha = 0.5, rate = 0.1)
  interface OtherGradNorm {}

  @ModelOf(Balanced.class)
  @CaGrad(c = 0.25, rescale = CaGradRescale.ONE_PLUS_C)
  interface OtherCaGrad {}

  @ModelOf(Balanced.class)
  @GradVac(beta = 0.25)
  interface OtherGradVac {}

  @ModelOf(Balanced.class)
  @NashMtl(maxNorm = 0)
  interface OtherNashMtl {}

  @ModelOf(Balanced.class)
  @UpGrad(regularization = 0.5)
  interface OtherUpGrad {}

  @ModelOf(Balanced.class)
  @DualProj(regularization = 0.25)
  interface OtherDualProj {}

  @ModelOf(Balanced.class)
  @FairGrad(alpha = 2)
  interface OtherFairGrad {}

  @ModelOf(Balanced.class)
  @MoCo(beta = 0.125, betaDecay = 0.25, gamma = 0.75, gammaDecay = 0.375, rho = 0.5)
  interface OtherMoCo {}

  @ModelOf(Balanced.class)
  @DbMtl(beta = 0.5, betaDecay = 0.25)
  interface OtherDbMtl {}

  @ModelOf(Balanced.class)
  @UncertaintyWeighting
  interface WithUncertaintyWeighting {}

  @ModelOf(Balanced.class)
  @DynamicWeightAverage
  interface WithDynamicWeightAverage {}

  @ModelOf(Balanced.class)
  @RandomLossWeighting
  interface WithRandomLossWeighting {}

  @ModelOf(Balanced.class)
  @GeometricLoss
  interface WithGeometricLoss {}

  @ModelOf(Balanced.class)
  @ImtlL
  interface WithImtlL {}

  @ModelOf(Balanced.class)
  @SmoothTchebycheff
  interface WithSmoothTchebycheff {}

  @ModelOf(Balanced.class)
  @Famo
  interface WithFamo {}

  @ModelOf(Balanced.class)
  @TaskExponent
  interface WithTaskExponent {}

  @ModelOf(Balanced.class)
  @ConfidenceScheduling
  interface WithConfidenceScheduling {}

  @ModelOf(Balanced.class)
  @UncertaintyWeighting(form = UncertaintyForm.OF_REGRESSION, initial = -0.5, rate = 0.5)
  interface OtherUncertaintyWeighting {}

  @ModelOf(Balanced.class)
  @DynamicWeightAverage(temperature = 0.5)
  interface OtherDynamicWeightAverage {}

  @ModelOf(Balanced.class)
  @ImtlL(rate = 0.25)
  interface OtherImtlL {}

  @ModelOf(Balanced.class)
  @SmoothTchebycheff(mu = 0.25, warmUp = 2)
  interface OtherSmoothTchebycheff {}

  @ModelOf(Balanced.class)
  @Famo(rate = 0.25, decay = 0.5, bound = -1, maxNorm = 0.125)
  interface OtherFamo {}

  @ModelOf(Balanced.class)
  @TaskExponent(rate = 0.5, least = 0.25)
  interface OtherTaskExponent {}

  @ModelOf(Balanced.class)
  @ConfidenceScheduling(follow = Certainty.ENTROPY, exponent = -2, memory = 0.5)
  interface OtherConfidenceScheduling {}

  @ModelOf(Balanced.class)
  @GradDrop
  interface WithGradDrop {}

  @ModelOf(Balanced.class)
  @GradDrop(leak = 0.5)
  interface OtherGradDrop {}

  @ModelOf(Balanced.class)
  @RepresentationMgda
  interface WithRepresentationMgda {}

  @ModelOf(Balanced.class)
  @RepresentationMgda(normalization = MgdaNormalization.LENGTH)
  interface OtherRepresentationMgda {}
}
