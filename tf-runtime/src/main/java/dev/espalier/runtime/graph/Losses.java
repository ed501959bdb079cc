package dev.espalier.runtime.graph;

import dev.espalier.runtime.EspalierException;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The losses, computed from logits.
 *
 * <p>Those of a name with sigmoid are for binary tasks and, as the mean over the labels, for
 * multi-label ones; those with softmax are for multi-class tasks and for a class per position; the
 * others are for regression. A factory throws an {@link EspalierException} for a setting outside
 * its range.
 */
public final class Losses {
  private Losses() {}

  /**
   * The negative logarithm of the label's probability.
   *
   * @param smoothing part of the label that is spread evenly over yes and no, at least 0, below 1
   * @param classWeights none; for a binary task the factors of negatives and positives; for a
   *     multi-label task the factor of each label's positives
   */
  public static Loss sigmoidCrossEntropy(double smoothing, double... classWeights) {
    return new SigmoidCrossEntropy(part(smoothing), LabelFactor.ofLabels(classWeights));
  }

  /** The same with the factors of the training set's balance. */
  public static Loss balancedSigmoidCrossEntropy(double smoothing) {
    return new SigmoidCrossEntropy(part(smoothing), LabelFactor.balancedLabels());
  }

  /**
   * The negative logarithm of the class's probability.
   *
   * @param smoothing part of the label that is spread evenly over the classes, at least 0, below 1
   * @param classWeights none, or the factor of each class
   */
  public static Loss softmaxCrossEntropy(double smoothing, double... classWeights) {
    return new EachPosition(
        new SoftmaxCrossEntropy(part(smoothing), LabelFactor.ofClasses(classWeights)));
  }

  /** The same with the factors of the training set's balance. */
  public static Loss balancedSoftmaxCrossEntropy(double smoothing) {
    return new EachPosition(
        new SoftmaxCrossEntropy(part(smoothing), LabelFactor.balancedClasses()));
  }

  /**
   * Cross-entropy times {@code (1 - p)^gamma}, p the label's probability; the mean over labels.
   *
   * @param gamma at least 0; 0 is cross-entropy
   */
  public static Loss sigmoidFocal(double gamma) {
    FocalLoss focal = focal(gamma);
    return (g, task, logits, label) -> {
      Operand<TFloat32> wrong = SigmoidCrossEntropy.wrongness(g.tf(), logits, label);
      return Shapes.rowMean(g.tf(), focal.of(g.tf(), wrong));
    };
  }

  /**
   * Cross-entropy times {@code (1 - p)^gamma}, p the class's probability.
   *
   * @param gamma at least 0; 0 is cross-entropy
   */
  public static Loss softmaxFocal(double gamma) {
    return new EachPosition(new SoftmaxFocal(focal(gamma)));
  }

  /** {@code d^2}, d the difference to the label. */
  public static Loss squaredError() {
    return (g, task, logits, label) ->
        Shapes.flatIfSingle(g.tf(), g.tf().math.squaredDifference(logits, label));
  }

  /** {@code |d|}, d the difference to the label. */
  public static Loss absoluteError() {
    return (g, task, logits, label) ->
        Shapes.flatIfSingle(g.tf(), g.tf().math.abs(g.tf().math.sub(logits, label)));
  }

  /**
   * {@code d^2 / 2} for differences d up to delta and {@code delta (|d| - delta / 2)} beyond.
   *
   * @param delta above 0
   */
  public static Loss huber(double delta) {
    if (!(delta > 0) || Double.isInfinite(delta)) {
      throw new EspalierException("Huber's delta must be above 0; found " + delta + ".");
    }
    return new HuberLoss(delta);
  }

  /** {@code log(cosh(d))}, d the difference to the label. */
  public static Loss logCosh() {
    return new LogCoshLoss();
  }

  /** {@code e^z - y z} of a logit z, the logarithm of the rate, and a label y of at least 0. */
  public static Loss poisson() {
    return new PoissonLoss();
  }

  /** {@code sum(y log(y / p))}, p the softmax of a row's logits and y a distribution. */
  public static Loss klDivergence() {
    return new KlDivergenceLoss();
  }

  /** {@code 1 - cos(x, y)} of a row's logits x and its label y. */
  public static Loss cosineDistance() {
    return new CosineDistanceLoss();
  }

  /**
   * How far a logit is from the right side of a margin of 1; the mean over labels.
   *
   * @param squared whether that distance is squared
   */
  public static Loss sigmoidHinge(boolean squared) {
    return new SigmoidHinge(squared);
  }

  /**
   * How far the class's logit is from being 1 above all others.
   *
   * @param squared whether that distance is squared
   */
  public static Loss softmaxHinge(boolean squared) {
    return new EachPosition(new SoftmaxHinge(squared));
  }

  /**
   * 1 - Dice over the labels of a row.
   *
   * @param smooth at least 0, added to both sides of the ratio
   */
  public static Loss sigmoidDice(double smooth) {
    return new SigmoidDice(DiceRatio.of(smooth));
  }

  /**
   * 1 - Dice over the positions of an example, the mean over the classes that are there; for a
   * class per position.
   *
   * @param smooth at least 0, added to both sides of the ratio
   */
  public static Loss softmaxDice(double smooth) {
    return new SoftmaxDice(DiceRatio.of(smooth));
  }

  private static FocalLoss focal(double gamma) {
    if (!(gamma >= 0) || Double.isInfinite(gamma)) {
      throw new EspalierException("Focal gamma must be at least 0; found " + gamma + ".");
    }
    return new FocalLoss(gamma);
  }

  private static double part(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new EspalierException(
          "Smoothing must be at least 0 and below 1; found " + smoothing + ".");
    }
    return smoothing;
  }
}
