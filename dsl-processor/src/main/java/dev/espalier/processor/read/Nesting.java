package dev.espalier.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What a type is nested in, and who can name it for that. */
public final class Nesting {
  private Nesting() {}

  /** The type and all types around it, the innermost first. */
  public static List<TypeElement> around(TypeElement type) {
    List<TypeElement> around = new ArrayList<>();
    for (Element each = type;
        each instanceof TypeElement outer;
        each = each.getEnclosingElement()) {
      around.add(outer);
    }
    return around;
  }

  /** The top-level type that an element lies in, or is. */
  public static TypeElement top(Element element) {
    Element top = element;
    while (top.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      top = top.getEnclosingElement();
    }
    return (TypeElement) top;
  }

  /** Whether two elements lie in one package. */
  static boolean inOnePackage(Element one, Element other) {
    return top(one).getEnclosingElement().equals(top(other).getEnclosingElement());
  }

  /**
   * What keeps the package of a user from naming a type: the type itself, or one around it, that is
   * private, or not public and elsewhere. Empty when the package can name it.
   */
  public static Optional<TypeElement> hidden(TypeElement type, TypeElement user) {
    boolean here = inOnePackage(type, user);
    return around(type).stream()
        .filter(
            each ->
                each.getModifiers().contains(Modifier.PRIVATE)
                    || !here && !each.getModifiers().contains(Modifier.PUBLIC))
        .findFirst();
  }
}
