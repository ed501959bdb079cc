package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A component of a record, or an annotated field or getter of a class.
 *
 * @param name its name: {@code speed} also for {@code getSpeed()}
 * @param type its type
 * @param getter how generated code reads it, as in {@code age()}, {@code getAge()}, {@code age};
 *     empty when it can't
 * @param marks the annotations of the language on it, in source order
 * @param element what carries them
 */
public record Component(
    String name, ValueType type, Optional<String> getter, List<Mark> marks, Element element) {

  /** Where its name stands. */
  public Origin origin() {
    return Origin.of(element);
  }

  /** The annotation of a name, if it is there. */
  public Optional<Mark> mark(String annotation) {
    return marks.stream().filter(mark -> mark.name().equals(annotation)).findFirst();
  }

  /** Whether it has an annotation of that name. */
  public boolean has(String annotation) {
    return mark(annotation).isPresent();
  }
}
