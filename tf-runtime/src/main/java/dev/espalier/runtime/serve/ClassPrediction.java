package dev.espalier.runtime.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One of several classes, with the probability of each of them. Immutable.
 *
 * @param <C> what a class is: a constant of an enum, or an {@code Integer}
 */
public final class ClassPrediction<C> {
  private final List<C> classes;
  private final float[] probabilities;
  private final int best;

  private ClassPrediction(List<C> classes, float[] probabilities) {
    this.classes = classes;
    this.probabilities = probabilities;
    int greatest = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[greatest]) {
        greatest = i;
      }
    }
    this.best = greatest;
  }

  /**
   * A prediction of probabilities.
   *
   * @param classes in the order of the probabilities, at least one
   * @throws IllegalArgumentException when there are not as many of one as of the other
   */
  public static <C> ClassPrediction<C> of(List<C> classes, float[] probabilities) {
    if (classes.isEmpty() || classes.size() != probabilities.length) {
      throw new IllegalArgumentException(
          "There should be a probability for each class, found "
              + probabilities.length
              + " for "
              + classes.size());
    }
    return new ClassPrediction<>(List.copyOf(classes), probabilities.clone());
  }

  /** The class of the greatest probability, the first of equal ones. */
  public C value() {
    return classes.get(best);
  }

  /** The probability of {@link #value()}. */
  public float probability() {
    return probabilities[best];
  }

  /**
   * The probability of a class.
   *
   * @throws IllegalArgumentException when it is none of the task's
   */
  public float probability(C ofClass) {
    int index = classes.indexOf(ofClass);
    if (index < 0) {
      throw new IllegalArgumentException(
          ofClass + " is none of the task's classes, which are " + classes);
    }
    return probabilities[index];
  }

  /** The classes, in the order of {@link #probabilities()}. */
  public List<C> classes() {
    return classes;
  }

  /** A copy of the probabilities; they add up to 1. */
  public float[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassPrediction<?> that
        && classes.equals(that.classes)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classes, Arrays.hashCode(probabilities));
  }

  /** The class and its probability, as in {@code MARRIED (0.874)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%.3f)", value(), probability());
  }
}
