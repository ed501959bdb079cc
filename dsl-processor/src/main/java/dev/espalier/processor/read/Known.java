package dev.espalier.processor.read;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether the compiler knows a type, and all that it is made of. */
public final class Known {
  private Known() {}

  /** False where a name in the type means nothing, or nothing yet. */
  public static boolean is(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return is(array.getComponentType());
    }
    return type.getKind() != TypeKind.ERROR
        && (!(type instanceof DeclaredType declared)
            || declared.getTypeArguments().stream().allMatch(Known::is));
  }
}
