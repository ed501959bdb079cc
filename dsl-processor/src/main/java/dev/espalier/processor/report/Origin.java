package dev.espalier.processor.report;

import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where the user wrote something: an element, on it perhaps an annotation, in it perhaps a value. A
 * compiler puts its caret on the innermost that is there.
 */
public final class Origin {
  private final Element element;
  private final AnnotationMirror annotation;
  private final AnnotationValue value;

  private Origin(Element element, AnnotationMirror annotation, AnnotationValue value) {
    this.element = element;
    this.annotation = annotation;
    this.value = value;
  }

  /** A type, field, method or parameter. */
  public static Origin of(Element element) {
    return new Origin(element, null, null);
  }

  /** An annotation. */
  public static Origin of(Element element, AnnotationMirror annotation) {
    return new Origin(element, annotation, null);
  }

  /** A value of an annotation, or an entry of such a value. */
  public static Origin of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new Origin(element, annotation, value);
  }

  /** An entry of an array in the same annotation. */
  public Origin at(AnnotationValue entry) {
    return new Origin(element, annotation, entry);
  }

  /** The element that carries it. */
  public Element element() {
    return element;
  }

  /** Hands the three parts to whoever prints; absent parts are null, as compilers take them. */
  public void show(Sink sink) {
    sink.accept(element, annotation, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that
        && element.equals(that.element)
        && Objects.equals(annotation, that.annotation)
        && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return element.hashCode();
  }

  /** What takes an origin apart. */
  @FunctionalInterface
  public interface Sink {
    /** The parts from the outermost in; the last two may be null. */
    void accept(Element element, AnnotationMirror annotation, AnnotationValue value);
  }
}
