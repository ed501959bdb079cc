package dev.espalier.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Finds the parameter names of a network that comes from a class file: in the {@code Wires} that
 * its own compilation wrote, else in the class file where it was compiled with {@code -parameters}.
 */
final class WiresReader {
  private static final Pattern LOST = Pattern.compile("arg\\d+");

  private final Elements elements;
  private final Language language;

  WiresReader(Elements elements, Language language) {
    this.elements = elements;
    this.language = language;
  }

  /** The names, in order; empty when they are lost. */
  Optional<List<String>> names(TypeElement type, ExecutableElement method) {
    if (method.getParameters().isEmpty()) {
      return Optional.of(List.of());
    }
    return written(type, method).or(() -> kept(method));
  }

  private Optional<List<String>> written(TypeElement type, ExecutableElement method) {
    StringBuilder nested = new StringBuilder();
    Nesting.around(type).forEach(each -> nested.insert(0, "." + each.getSimpleName()));
    TypeElement wires = elements.getTypeElement(Nesting.top(type).getQualifiedName() + "Wires");
    if (wires == null) {
      return Optional.empty();
    }
    String start = nested.substring(1) + "#" + method.getSimpleName() + "(";
    return language.marks(wires).stream()
        .filter(mark -> mark.name().equals("Wires"))
        .flatMap(mark -> mark.texts("value").stream())
        .filter(line -> line.startsWith(start))
        .map(line -> List.of(line.substring(start.length(), line.length() - 1).split(",")))
        .filter(names -> names.size() == method.getParameters().size())
        .findFirst();
  }

  private static Optional<List<String>> kept(ExecutableElement method) {
    List<String> names =
        method.getParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .toList();
    return names.stream().allMatch(name -> LOST.matcher(name).matches())
        ? Optional.empty()
        : Optional.of(names);
  }
}
