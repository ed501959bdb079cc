package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a component.
 *
 * @param form which of the forms it is
 * @param boxed whether it is the boxed form of a primitive
 * @param mirror the type itself
 * @param constants the enum that it is, or whose set or list it is
 */
public record ValueType(Form form, boolean boxed, TypeMirror mirror, Optional<EnumType> constants) {

  /** An enum: its constants in order. */
  public record EnumType(TypeElement element, List<Constant> constants) {

    /** The names of the constants. */
    public List<String> names() {
      return constants.stream().map(Constant::name).toList();
    }
  }

  /**
   * A constant of an enum.
   *
   * @param text how data spells it: its {@code @Column}, or its name
   */
  public record Constant(String name, String text, Origin origin) {}

  /** Whether a value may be null. */
  public boolean nullable() {
    return !mirror.getKind().isPrimitive();
  }

  /** The type as messages show it: simple names, {@code Set<Thing>}. */
  public String shown() {
    return mirror
        .toString()
        .replaceAll("@[\\w.]+(\\([^)]*\\))? ", "")
        .replaceAll("\\b[\\w.]+\\.(?=\\w)", "");
  }
}
