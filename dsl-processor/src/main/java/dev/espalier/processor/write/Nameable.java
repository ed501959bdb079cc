package dev.espalier.processor.write;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.GeneratedNames;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.Nesting;
import dev.espalier.processor.sharing.Sharings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What of a model with mistakes can be named in generated code: stubs hold so much and no more, or
 * their own errors would bury the user's.
 */
final class Nameable {
  private static final int MOST = 120;

  private Nameable() {}

  static ModelDeclaration of(ModelDeclaration model) {
    Optional<ModelDeclaration> base =
        model.base().filter(it -> !Sharings.marks(it).isEmpty() && it.mark("ModelOf").isEmpty());
    Set<String> names = new HashSet<>();
    List<Component> components =
        model.components().stream()
            .filter(component -> !GeneratedNames.isOfObjects(component.name()))
            .filter(component -> isNameable(component.type().mirror(), model.type()))
            .filter(component -> names.add(component.name()))
            .limit(MOST)
            .map(component -> withoutTakenCondition(component, model))
            .toList();
    return new ModelDeclaration(
        model.name(),
        model.packageName(),
        model.type(),
        model.isPublic(),
        model.outOfReach(),
        model.constructor(),
        components,
        model.marks(),
        base.map(Nameable::of),
        model.networks(),
        model.defaults());
  }

  /** A conditional prediction has a name too, which a task may have. */
  private static Component withoutTakenCondition(Component component, ModelDeclaration model) {
    boolean free =
        component
            .mark("Given")
            .filter(given -> !given.isBroken())
            .map(given -> GeneratedNames.conditional(component.name(), given.text("value")))
            .filter(name -> model.labels().stream().noneMatch(it -> it.name().equals(name)))
            .isPresent();
    return free
        ? component
        : new Component(
            component.name(),
            component.type(),
            component.getter(),
            component.marks().stream().filter(mark -> !mark.name().equals("Given")).toList(),
            component.element());
  }

  private static boolean isNameable(TypeMirror type, TypeElement model) {
    if (type instanceof ArrayType array) {
      return isNameable(array.getComponentType(), model);
    }
    if (type.getKind() == TypeKind.DECLARED) {
      DeclaredType declared = (DeclaredType) type;
      return Nesting.hidden((TypeElement) declared.asElement(), model).isEmpty()
          && declared.getTypeArguments().stream().allMatch(each -> isNameable(each, model));
    }
    return type.getKind().isPrimitive();
  }
}
