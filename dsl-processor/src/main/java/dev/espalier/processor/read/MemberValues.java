package dev.espalier.processor.read;

import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Whether the value of an annotation's member is of the member's type: where the source has a
 * mistake, compilers hand over whatever they made of it.
 */
final class MemberValues {
  private MemberValues() {}

  static boolean fit(Object value, TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> value instanceof Boolean;
      case INT, LONG, FLOAT, DOUBLE -> value instanceof Number;
      case ARRAY -> value instanceof List<?> entries && fit(entries, (ArrayType) type);
      case DECLARED -> fitsDeclared(value, (DeclaredType) type);
      default -> false;
    };
  }

  private static boolean fit(List<?> entries, ArrayType type) {
    return entries.stream()
        .allMatch(
            entry ->
                entry instanceof AnnotationValue value
                    && fit(value.getValue(), type.getComponentType()));
  }

  /** A text, a class or a constant; javac hands a text "<error>" for what it could not find. */
  private static boolean fitsDeclared(Object value, DeclaredType type) {
    if (value instanceof String text) {
      return !text.equals("<error>") && type.asElement().getSimpleName().contentEquals("String");
    }
    return value instanceof VariableElement
        || value instanceof TypeMirror named && named.getKind() != TypeKind.ERROR;
  }
}
