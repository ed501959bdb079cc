package dev.espalier.processor.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds the constructor that a row can go through. */
final class Constructors {
  private Constructors() {}

  /**
   * The parameter names of the constructor with the most parameters; whether they are the
   * components is for the writer to see. A record's is its canonical one.
   */
  static Optional<List<String>> of(TypeElement type, List<Component> components) {
    if (type.getKind() == ElementKind.RECORD) {
      return Optional.of(
          type.getRecordComponents().stream()
              .map(component -> component.getSimpleName().toString())
              .toList());
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
        .filter(each -> !each.getParameters().isEmpty())
        .max(Comparator.comparingInt(each -> each.getParameters().size()))
        .filter(each -> each.getThrownTypes().isEmpty())
        .filter(each -> each.getParameters().stream().allMatch(it -> takes(it, components)))
        .map(Constructors::names);
  }

  /** Whether a parameter is a component, or none at all: never a component of another type. */
  private static boolean takes(VariableElement parameter, List<Component> components) {
    return components.stream()
        .filter(component -> parameter.getSimpleName().contentEquals(component.name()))
        .allMatch(
            component ->
                component.type().mirror().toString().equals(parameter.asType().toString()));
  }

  private static List<String> names(ExecutableElement constructor) {
    return constructor.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }
}
