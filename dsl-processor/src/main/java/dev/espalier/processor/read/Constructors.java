package dev.espalier.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the constructor that a row can go through. */
final class Constructors {
  private final Types types;

  Constructors(Types types) {
    this.types = types;
  }

  /**
   * The parameter names of the constructor that takes exactly the components; empty when there is
   * none. A record's is its canonical one.
   */
  Optional<List<String>> of(TypeElement type, List<Component> components) {
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
        .filter(each -> each.getThrownTypes().isEmpty())
        .filter(each -> each.getParameters().size() == components.size())
        .filter(each -> each.getParameters().stream().allMatch(it -> takes(it, components)))
        .findFirst()
        .map(Constructors::names);
  }

  private boolean takes(VariableElement parameter, List<Component> components) {
    return components.stream()
        .anyMatch(
            component ->
                parameter.getSimpleName().contentEquals(component.name())
                    && types.isSameType(component.type().mirror(), parameter.asType()));
  }

  private static List<String> names(ExecutableElement constructor) {
    return constructor.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }
}
