package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Whether the compiler understood a model: what it did not, it reports by itself, and nothing that
 * follows from it is the user's second mistake.
 */
final class Understood {
  private Understood() {}

  static boolean is(ModelDeclaration model) {
    return model.marks().stream().noneMatch(Mark::isBroken)
        && hasParents(model.type())
        && model.components().stream().allMatch(Understood::is)
        && NetworkUse.of(model).stream().noneMatch(use -> use.network().broken());
  }

  private static boolean is(Component component) {
    return isKnown(component.type().mirror())
        && component.marks().stream().noneMatch(Mark::isBroken);
  }

  private static boolean hasParents(TypeElement type) {
    TypeMirror parent = type.getSuperclass();
    return parent.getKind() == TypeKind.NONE
        || parent.getKind() == TypeKind.DECLARED
            && hasParents((TypeElement) ((DeclaredType) parent).asElement());
  }

  private static boolean isKnown(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isKnown(array.getComponentType());
    }
    return type.getKind() != TypeKind.ERROR
        && (!(type instanceof DeclaredType declared)
            || declared.getTypeArguments().stream().allMatch(Understood::isKnown));
  }
}
