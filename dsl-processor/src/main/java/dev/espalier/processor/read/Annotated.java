package dev.espalier.processor.read;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What of a round the language is about, found in one walk over its sources.
 *
 * @param models types with a sharing annotation or {@code @ModelOf}
 * @param withHeads types with a {@code @TaskHead} in them, models or not
 * @param layers methods of interfaces with a layer annotation
 */
public record Annotated(
    List<TypeElement> models, List<TypeElement> withHeads, List<ExecutableElement> layers) {

  /**
   * Walks over a round.
   *
   * @param sharing the names of the sharing annotations
   * @param layers the names of the layer annotations
   */
  public static Annotated in(
      RoundEnvironment round,
      Elements elements,
      Collection<String> sharing,
      Collection<String> layers) {
    TypeElement[] annotations =
        Stream.of(sharing, layers, List.of("ModelOf", "TaskHead"))
            .flatMap(Collection::stream)
            .map(name -> elements.getTypeElement(Language.PACKAGE + "." + name))
            .filter(Objects::nonNull)
            .toArray(TypeElement[]::new);
    Set<? extends Element> found = round.getElementsAnnotatedWithAny(annotations);
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(found).stream()
            .filter(method -> method.getEnclosingElement().getKind() == ElementKind.INTERFACE)
            .toList();
    return new Annotated(List.copyOf(ElementFilter.typesIn(found)), withHeads(found), methods);
  }

  private static List<TypeElement> withHeads(Set<? extends Element> found) {
    return found.stream()
        .filter(Annotated::hasHead)
        .map(Element::getEnclosingElement)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .distinct()
        .toList();
  }

  private static boolean hasHead(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(
            mirror ->
                mirror.getAnnotationType().asElement().getSimpleName().contentEquals("TaskHead"));
  }
}
