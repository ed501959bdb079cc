package dev.espalier.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the networks of a round, file by file, and what their layers take. */
public final class Networks {
  private final Elements elements;
  private final Set<String> layers;

  /**
   * A finder for one compilation.
   *
   * @param layers the names of the annotations that make a method a layer
   */
  public Networks(Elements elements, Set<String> layers) {
    this.elements = elements;
    this.layers = layers;
  }

  /**
   * The networks inside one top-level type.
   *
   * @param name its simple name
   * @param packageName its package
   * @param type the type
   * @param wires a line for each layer: {@code Census.Trunk#wide(in)}
   */
  public record InFile(String name, String packageName, TypeElement type, List<String> wires) {}

  /** The networks of a round, in the order of their names. */
  public List<InFile> of(RoundEnvironment round) {
    Map<TypeElement, TreeSet<String>> byTop = new LinkedHashMap<>();
    for (String layer : layers) {
      TypeElement annotation = elements.getTypeElement(Language.PACKAGE + "." + layer);
      if (annotation != null) {
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream()
            .filter(method -> method.getEnclosingElement().getKind() == ElementKind.INTERFACE)
            .forEach(
                method ->
                    byTop.computeIfAbsent(top(method), key -> new TreeSet<>()).add(wire(method)));
      }
    }
    List<InFile> files = new ArrayList<>();
    byTop.forEach(
        (type, wires) ->
            files.add(
                new InFile(
                    type.getSimpleName().toString(),
                    elements.getPackageOf(type).getQualifiedName().toString(),
                    type,
                    List.copyOf(wires))));
    return files;
  }

  private static TypeElement top(Element element) {
    Element top = element;
    while (top.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      top = top.getEnclosingElement();
    }
    return (TypeElement) top;
  }

  private String wire(ExecutableElement method) {
    TypeElement network = (TypeElement) method.getEnclosingElement();
    String packageName = elements.getPackageOf(network).getQualifiedName().toString();
    String qualified = network.getQualifiedName().toString();
    String nested =
        packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
    return nested
        + "#"
        + method.getSimpleName()
        + "("
        + method.getParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .collect(Collectors.joining(","))
        + ")";
  }
}
