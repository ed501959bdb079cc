package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Table;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of features, by annotation: the one place where a new one is registered. */
public final class Features {
  private static final List<Feature> ALL =
      List.of(
          new NumericFeature(),
          new CategoricalFeature(),
          new TokensFeature(),
          new ImageFeature(),
          new WaveformFeature());

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

  /** The components of a model that are features. */
  public static List<Component> in(ModelDeclaration model) {
    return model.components().stream().filter(each -> mark(each).isPresent()).toList();
  }

  /** The table that a component declares, if it is a feature with a table of its own. */
  public static Optional<Table> table(Component component) {
    return mark(component).flatMap(mark -> BY_NAME.get(mark.name()).table(component, mark));
  }

  /** Whether a row may lack a feature as a whole. */
  public static boolean mayBeAbsent(Component feature) {
    return mark(feature)
        .flatMap(mark -> of(mark.name()))
        .filter(room -> room.mayBeAbsent(feature.type()))
        .isPresent();
  }

  /** The annotation of a component that looks its values up in a table, its own or another's. */
  public static Optional<Mark> withTable(Component component) {
    return mark(component).filter(mark -> mark.has("table"));
  }
}
