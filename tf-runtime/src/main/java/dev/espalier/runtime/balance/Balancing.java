package dev.espalier.runtime.balance;

import dev.espalier.dsl.CaGradRescale;
import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.MgdaNormalization;
import dev.espalier.dsl.UncertaintyForm;

/**
 * How the losses of several tasks become one objective.
 *
 * <p>A method that only weighs losses is a {@link LossBalancing}: a step stays one run. One that
 * mixes gradients is a {@link GradientBalancing}: a step takes a gradient of the shared parameters
 * for each of the {@code T} tasks, which are kept as {@code T x P} floats; the arithmetic of a
 * method, on {@code T x T} numbers, is small beside that. One that needs no such matrix of the
 * parameters' gradients is a {@link GraphBalancing}: a step stays one run.
 *
 * <p>In the formulas {@code g_i} is the gradient of a task, {@code M} the matrix of their inner
 * products, {@code w} the weights, and {@code d = sum w_i g_i} is descended along. Some methods
 * refine the mean of the gradients and some their sum, as published: between them is a factor of
 * {@code T} in the learning rate. {@link GradientBalancing} says what all do with odd cases.
 *
 * <p>The factories throw an {@link dev.espalier.runtime.EspalierException} for a setting outside
 * its range.
 */
public sealed interface Balancing permits LossBalancing, GradientBalancing, GraphBalancing {

  /** What reports call it. */
  String name();

  /** The weights that the tasks were given, at every step: the default. */
  static LossBalancing fixedWeights() {
    return new FixedWeights();
  }

  /** Uncertainty weighting by the tasks' kinds, from 0, with rate 0.025. */
  static LossBalancing uncertaintyWeighting() {
    return uncertaintyWeighting(UncertaintyForm.BY_KIND, 0, 0.025);
  }

  /**
   * Uncertainty weighting: see {@link dev.espalier.dsl.UncertaintyWeighting}.
   *
   * @param form which of the two forms tasks have
   * @param initial what every {@code s} starts with, from -10 to 10
   * @param rate of Adam on {@code s}, above 0
   */
  static LossBalancing uncertaintyWeighting(UncertaintyForm form, double initial, double rate) {
    return new UncertaintyWeighting(form, initial, rate);
  }

  /** Dynamic weight average with temperature 2. */
  static LossBalancing dynamicWeightAverage() {
    return dynamicWeightAverage(2);
  }

  /**
   * Dynamic weight average: see {@link dev.espalier.dsl.DynamicWeightAverage}.
   *
   * @param temperature how even weights are, above 0
   */
  static LossBalancing dynamicWeightAverage(double temperature) {
    return new DynamicWeightAverage(temperature);
  }

  /** Random loss weighting: see {@link dev.espalier.dsl.RandomLossWeighting}. */
  static LossBalancing randomLossWeighting() {
    return new RandomLossWeighting();
  }

  /** The geometric loss strategy: see {@link dev.espalier.dsl.GeometricLoss}. */
  static LossBalancing geometricLoss() {
    return new GeometricLoss();
  }

  /** IMTL-L with rate 0.025. */
  static LossBalancing imtlL() {
    return imtlL(0.025);
  }

  /**
   * IMTL-L: see {@link dev.espalier.dsl.ImtlL}.
   *
   * @param rate of Adam on {@code s}, above 0
   */
  static LossBalancing imtlL(double rate) {
    return new ImtlL(rate);
  }

  /** Smooth Tchebycheff with mu 1, after a warm-up of 4 epochs. */
  static LossBalancing smoothTchebycheff() {
    return smoothTchebycheff(1, 4);
  }

  /**
   * Smooth Tchebycheff: see {@link dev.espalier.dsl.SmoothTchebycheff}.
   *
   * @param mu how smooth the maximum is, above 0
   * @param warmUp epochs of the warm-up, at least 0 and fewer than those of the run
   */
  static LossBalancing smoothTchebycheff(double mu, int warmUp) {
    return new SmoothTchebycheff(mu, warmUp);
  }

  /** FAMO with rate 0.025, decay 1e-3, losses above 0, and gradients clipped at 1. */
  static LossBalancing famo() {
    return famo(0.025, 1e-3, 0, 1);
  }

  /**
   * FAMO: see {@link dev.espalier.dsl.Famo}.
   *
   * @param rate of Adam on {@code s}, above 0
   * @param decay weight decay of {@code s}, at least 0
   * @param bound what no loss falls below
   * @param maxNorm the length that the gradient of shared parameters is clipped to, at least 0; 0
   *     is no clipping
   */
  static LossBalancing famo(double rate, double decay, double bound, double maxNorm) {
    return new Famo(rate, decay, bound, maxNorm);
  }

  /** The task-exponent rule with rate 0.1 and least weight 0.01. */
  static LossBalancing taskExponent() {
    return taskExponent(0.1, 0.01);
  }

  /**
   * The task-exponent rule: see {@link dev.espalier.dsl.TaskExponent}.
   *
   * @param rate how far weights move, at least 0
   * @param least what no task that moves falls below, from 0 to 1
   */
  static LossBalancing taskExponent(double rate, double least) {
    return new TaskExponent(rate, least);
  }

  /** Confidence scheduling: in proportion to averages with memory 0.99. */
  static LossBalancing confidenceScheduling() {
    return confidenceScheduling(Certainty.CONFIDENCE, 1, 0.99);
  }

  /**
   * Confidence scheduling: see {@link dev.espalier.dsl.ConfidenceScheduling}.
   *
   * @param follow what of the predictions is followed
   * @param exponent how strongly, from -10 to 10
   * @param memory how much of an average stays in a step, at least 0 and below 1
   */
  static LossBalancing confidenceScheduling(Certainty follow, double exponent, double memory) {
    return new ConfidenceScheduling(follow, exponent, memory);
  }

  /** GradNorm with alpha 1.5 and rate 0.025. */
  static GradientBalancing gradNorm() {
    return gradNorm(1.5, 0.025);
  }

  /**
   * GradNorm: see {@link dev.espalier.dsl.GradNorm}.
   *
   * @param alpha how strongly slow tasks are favoured, at least 0
   * @param rate of Adam on {@code s}, above 0
   */
  static GradientBalancing gradNorm(double alpha, double rate) {
    return new GradNorm(alpha, rate);
  }

  /** PCGrad: see {@link dev.espalier.dsl.PcGrad}. */
  static GradientBalancing pcGrad() {
    return new PcGrad();
  }

  /** MGDA on the gradients as they are. */
  static GradientBalancing mgda() {
    return mgda(MgdaNormalization.AS_GIVEN);
  }

  /**
   * MGDA: see {@link dev.espalier.dsl.Mgda}.
   *
   * @param normalization what gradients are divided by in the problem; not in {@code d}, as in the
   *     authors' code. Losses of 0 or less divide nothing
   */
  static GradientBalancing mgda(MgdaNormalization normalization) {
    return new Mgda(normalization);
  }

  /** MGDA on the representation, with gradients as they are. */
  static GraphBalancing representationMgda() {
    return representationMgda(MgdaNormalization.AS_GIVEN);
  }

  /**
   * MGDA on the representation: see {@link dev.espalier.dsl.RepresentationMgda}.
   *
   * @param normalization what gradients are divided by in the problem; not in what is descended
   *     along. Losses of 0 or less divide nothing
   */
  static GraphBalancing representationMgda(MgdaNormalization normalization) {
    return new RepresentationMixing(normalization);
  }

  /** CAGrad with c 0.5, over {@code 1 + c^2}. */
  static GradientBalancing caGrad() {
    return caGrad(0.5, CaGradRescale.ONE_PLUS_C_SQUARED);
  }

  /**
   * CAGrad: see {@link dev.espalier.dsl.CaGrad}.
   *
   * @param c at least 0; 0 is the mean
   * @param rescale what {@code d} is divided by; LibMTL and the authors default to {@code 1 + c^2}
   */
  static GradientBalancing caGrad(double c, CaGradRescale rescale) {
    return new CaGrad(c, rescale);
  }

  /** GradVac with beta 0.5. */
  static GradientBalancing gradVac() {
    return gradVac(0.5);
  }

  /**
   * GradVac: see {@link dev.espalier.dsl.GradVac}.
   *
   * @param beta how much of the usual cosine is new, between 0 and 1
   */
  static GradientBalancing gradVac(double beta) {
    return new GradVac(beta);
  }

  /** GradDrop without leak. */
  static GraphBalancing gradDrop() {
    return gradDrop(0);
  }

  /**
   * GradDrop: see {@link dev.espalier.dsl.GradDrop}.
   *
   * @param leak between 0 and 1; at 1 nothing is dropped
   */
  static GraphBalancing gradDrop(double leak) {
    return new SignDropping(leak);
  }

  /** IMTL-G: see {@link dev.espalier.dsl.ImtlG}. */
  static GradientBalancing imtlG() {
    return new ImtlG();
  }

  /** Nash-MTL with directions of length 1 at most. */
  static GradientBalancing nashMtl() {
    return nashMtl(1);
  }

  /**
   * Nash-MTL: see {@link dev.espalier.dsl.NashMtl}.
   *
   * @param maxNorm the length that {@code d} is clipped to, at least 0; 0 is no clipping
   */
  static GradientBalancing nashMtl(double maxNorm) {
    return new NashMtl(maxNorm);
  }

  /** Aligned-MTL: see {@link dev.espalier.dsl.AlignedMtl}. */
  static GradientBalancing alignedMtl() {
    return new AlignedMtl();
  }

  /** UPGrad with regularization 1e-4. */
  static GradientBalancing upGrad() {
    return upGrad(1e-4);
  }

  /**
   * UPGrad: see {@link dev.espalier.dsl.UpGrad}.
   *
   * @param regularization at least 0; at 0, gradients that almost cancel get weights as large as
   *     rounding lets them
   */
  static GradientBalancing upGrad(double regularization) {
    return new UpGrad(regularization);
  }

  /** FairGrad with alpha 1. */
  static GradientBalancing fairGrad() {
    return fairGrad(1);
  }

  /**
   * FairGrad: see {@link dev.espalier.dsl.FairGrad}.
   *
   * @param alpha above 0; 1 is proportional fairness, the same direction as Nash-MTL's, and with
   *     more the tasks that gain least count more
   */
  static GradientBalancing fairGrad(double alpha) {
    return new FairGrad(alpha);
  }

  /** DualProj with regularization 1e-4. */
  static GradientBalancing dualProj() {
    return dualProj(1e-4);
  }

  /**
   * DualProj: see {@link dev.espalier.dsl.DualProj}.
   *
   * @param regularization at least 0; at 0, gradients that almost cancel get weights as large as
   *     rounding lets them
   */
  static GradientBalancing dualProj(double regularization) {
    return new DualProj(regularization);
  }

  /** ConFIG: see {@link dev.espalier.dsl.ConFig}. */
  static GradientBalancing conFig() {
    return new ConFig();
  }

  /** MoCo with beta 0.5, gamma 0.1, both over the root of the step, and rho 0. */
  static GradientBalancing moCo() {
    return moCo(0.5, 0.5, 0.1, 0.5, 0);
  }

  /**
   * MoCo: see {@link dev.espalier.dsl.MoCo}.
   *
   * @param beta between 0 and 1
   * @param betaDecay at least 0
   * @param gamma at least 0
   * @param gammaDecay at least 0
   * @param rho at least 0
   */
  static GradientBalancing moCo(
      double beta, double betaDecay, double gamma, double gammaDecay, double rho) {
    return new MoCo(beta, betaDecay, gamma, gammaDecay, rho);
  }

  /** DB-MTL with beta 0.9 at every step. */
  static GradientBalancing dbMtl() {
    return dbMtl(0.9, 0);
  }

  /**
   * DB-MTL: see {@link dev.espalier.dsl.DbMtl}.
   *
   * @param beta how much of an average stays, between 0 and 1
   * @param betaDecay at least 0
   */
  static GradientBalancing dbMtl(double beta, double betaDecay) {
    return new DbMtl(beta, betaDecay);
  }
}
