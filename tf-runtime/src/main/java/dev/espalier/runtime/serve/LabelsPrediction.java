package dev.espalier.runtime.serve;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Labels that each hold or not, with the probability of each of them. Immutable.
 *
 * @param <C> the enum of the labels
 */
public final class LabelsPrediction<C extends Enum<C>> {
  private final Class<C> type;
  private final float[] probabilities;

  private LabelsPrediction(Class<C> type, float[] probabilities) {
    this.type = type;
    this.probabilities = probabilities;
  }

  /**
   * A prediction of probabilities.
   *
   * @param labels all constants of the enum, in their order
   * @throws IllegalArgumentException when there are not as many of one as of the other
   */
  public static <C extends Enum<C>> LabelsPrediction<C> of(List<C> labels, float[] probabilities) {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("There should be a label, found none");
    }
    Class<C> type = labels.get(0).getDeclaringClass();
    if (!labels.equals(List.of(type.getEnumConstants())) || labels.size() != probabilities.length) {
      throw new IllegalArgumentException(
          "There should be a probability for each constant of "
              + type.getSimpleName()
              + ", found "
              + probabilities.length
              + " for "
              + labels);
    }
    return new LabelsPrediction<>(type, probabilities.clone());
  }

  /** The probability that a label holds. */
  public float probability(C label) {
    return probabilities[label.ordinal()];
  }

  /** The labels whose probability is above a threshold, in the order of the enum. */
  public Set<C> above(double threshold) {
    Set<C> labels = EnumSet.noneOf(type);
    for (C label : type.getEnumConstants()) {
      if (probability(label) > threshold) {
        labels.add(label);
      }
    }
    return Collections.unmodifiableSet(labels);
  }

  /** A copy of the probabilities, in the order of the enum. */
  public float[] probabilities() {
    return probabilities.clone();
  }

  /** The probabilities by label, in the order of the enum. */
  public Map<C, Float> byLabel() {
    Map<C, Float> byLabel = new LinkedHashMap<>();
    for (C label : type.getEnumConstants()) {
      byLabel.put(label, probability(label));
    }
    return Collections.unmodifiableMap(byLabel);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelsPrediction<?> that
        && type.equals(that.type)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Arrays.hashCode(probabilities);
  }

  /** The probabilities, as in {@code {NEWS=0.874, SPORT=0.021}}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (C label : type.getEnumConstants()) {
      text.add(String.format(Locale.ROOT, "%s=%.3f", label, probability(label)));
    }
    return text.toString();
  }
}
