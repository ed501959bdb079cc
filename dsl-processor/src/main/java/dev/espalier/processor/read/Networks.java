package dev.espalier.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Sorts layers by file and network, with what each takes. */
public final class Networks {
  private final Elements elements;

  /** A finder for one compilation. */
  public Networks(Elements elements) {
    this.elements = elements;
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

  /** The networks that layers belong to. */
  public List<InFile> of(List<ExecutableElement> layers) {
    Map<TypeElement, TreeSet<String>> byTop = new LinkedHashMap<>();
    for (ExecutableElement layer : layers) {
      byTop.computeIfAbsent(Nesting.top(layer), key -> new TreeSet<>()).add(wire(layer));
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
