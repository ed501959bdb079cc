package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Known;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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
        && hasParents(model.type(), new HashSet<>())
        && model.components().stream().allMatch(Understood::is)
        && NetworkUse.of(model).stream().noneMatch(use -> use.network().broken());
  }

  private static boolean is(Component component) {
    // Nothing but a getter may be void, and of getters there is a rule.
    boolean isVoid = component.type().mirror().getKind() == TypeKind.VOID;
    return (!isVoid || component.element() instanceof ExecutableElement)
        && Known.is(component.type().mirror())
        && component.marks().stream().noneMatch(Mark::isBroken);
  }

  /** Compilers differ in what a class that inherits from itself has for a superclass. */
  private static boolean hasParents(TypeElement type, Set<TypeElement> seen) {
    TypeMirror parent = type.getSuperclass();
    return seen.add(type)
        && (parent.getKind() == TypeKind.NONE
            || parent.getKind() == TypeKind.DECLARED
                && hasParents((TypeElement) ((DeclaredType) parent).asElement(), seen));
  }
}
