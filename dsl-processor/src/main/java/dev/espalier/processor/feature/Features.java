package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Table;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of features, by annotation: the one place where a new one is registered. */
public final class Features {
  private static final List<Feature> ALL = List.of(new NumericFeature(), new CategoricalFeature());

  private static final Map<String, Feature> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Feature::annotation, Function.identity()));

  private Features() {}

  /** All of them, in the order of registration. */
  public static List<Feature> all() {
    return ALL;
  }

  /** The kind of feature that an annotation makes, if it makes one. */
  public static Optional<Feature> of(String annotation) {
    return Optional.ofNullable(BY_NAME.get(annotation));
  }

  /** The feature annotation on a component, if there is one. */
  public static Optional<Mark> mark(Component component) {
    return component.marks().stream().filter(mark -> BY_NAME.containsKey(mark.name())).findFirst();
  }

  /** The table that a categorical feature declares. */
  public static Table table(Component component, Mark mark) {
    return CategoricalFeature.table(component, mark);
  }
}
