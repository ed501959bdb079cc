package dev.espalier.processor.read;

import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.NetworkDeclaration.Stray;
import dev.espalier.processor.report.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads networks: interfaces whose methods are layers. */
final class NetworkReader {
  private final Language language;
  private final WiresReader wires;
  private final Predicate<TypeElement> inSource;

  NetworkReader(Language language, WiresReader wires, Predicate<TypeElement> inSource) {
    this.language = language;
    this.wires = wires;
    this.inSource = inSource;
  }

  /** The network that a member of an annotation names; empty when the user names none. */
  Optional<NetworkDeclaration> read(Mark mark, String member) {
    if (mark.element(member).isPresent()) {
      return mark.element(member).map(element -> network(element, mark.origin(member)));
    }
    return mark.states(member) && !mark.isBroken()
        ? Optional.of(noNetwork(mark.classText(member), mark.origin(member)))
        : Optional.empty();
  }

  private static NetworkDeclaration noNetwork(String type, Origin use) {
    return new NetworkDeclaration(type, type, List.of(), List.of(), false, false, List.of(), use);
  }

  private NetworkDeclaration network(TypeElement type, Origin use) {
    Reading reading = new Reading(use);
    reading.add(type);
    reading.read();
    boolean here = inSource.test(type);
    return new NetworkDeclaration(
        type.getSimpleName().toString(),
        type.getQualifiedName().toString(),
        List.copyOf(reading.layers),
        List.copyOf(reading.strays),
        type.getKind() == ElementKind.INTERFACE,
        reading.namesLost,
        reading.broken,
        reading.marks(type, type),
        here ? Origin.of(type) : use);
  }

  /** One network being read, its parents first. */
  private final class Reading {
    private final List<LayerDeclaration> layers = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private final Map<TypeElement, Set<TypeElement>> ancestors = new LinkedHashMap<>();
    private final Set<TypeElement> seen = new HashSet<>();
    private final Origin use;
    private boolean namesLost;
    private boolean broken;

    Reading(Origin use) {
      this.use = use;
    }

    /** Adds a type after all that it inherits from; the type is one of its own ancestors. */
    Set<TypeElement> add(TypeElement type) {
      if (!seen.add(type)) {
        return ancestors.getOrDefault(type, Set.of());
      }
      Set<TypeElement> above = new LinkedHashSet<>();
      for (TypeMirror parent : type.getInterfaces()) {
        if (parent.getKind() == TypeKind.DECLARED) {
          TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
          above.addAll(add(element));
        } else {
          broken = true;
        }
      }
      above.add(type);
      ancestors.put(type, above);
      return above;
    }

    void read() {
      for (TypeElement type : ancestors.keySet()) {
        // What inherits from a type stands after it: the innermost modifiers come first.
        List<List<Mark>> around =
            ancestors.keySet().stream()
                .filter(other -> ancestors.get(other).contains(type))
                .map(other -> marks(other, other))
                .toList();
        layersOf(type).stream()
            .filter(method -> !isReplaced(method, type))
            .forEach(method -> read(method, type, around));
      }
    }

    private List<ExecutableElement> layersOf(TypeElement type) {
      return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
          .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
          .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
          .toList();
    }

    /** Whether something that inherits the method declares its name anew. */
    private boolean isReplaced(ExecutableElement method, TypeElement type) {
      return ancestors.keySet().stream()
          .filter(other -> !other.equals(type) && ancestors.get(other).contains(type))
          .flatMap(other -> layersOf(other).stream())
          .anyMatch(other -> other.getSimpleName().equals(method.getSimpleName()));
    }

    private void read(ExecutableElement method, TypeElement type, List<List<Mark>> around) {
      String name = method.getSimpleName().toString();
      Origin origin = inSource.test(type) ? Origin.of(method) : use;
      broken |= !Known.is(method.getReturnType());
      if (method.getModifiers().contains(Modifier.DEFAULT)) {
        strays.add(new Stray(name, "it is a default method", origin));
      } else if (!isTensor(method.getReturnType())) {
        String returned = method.getReturnType().toString();
        strays.add(
            new Stray(
                name,
                "it returns " + returned.replaceAll("\\b[\\w.]+\\.(?=\\w)", "") + ", not Tensor",
                origin));
      } else {
        layers.add(
            new LayerDeclaration(name, marks(method, type), inputs(method, type), around, origin));
      }
    }

    /** The annotations of a method or of its type, in a class file's stead where it is used. */
    private List<Mark> marks(Element element, TypeElement type) {
      List<Mark> marks = language.marks(element);
      broken |= marks.stream().anyMatch(Mark::isBroken);
      return inSource.test(type) ? marks : marks.stream().map(each -> each.shownAt(use)).toList();
    }

    private List<Input> inputs(ExecutableElement method, TypeElement type) {
      boolean here = inSource.test(type);
      Optional<List<String>> names =
          here ? Optional.of(sourceNames(method)) : wires.names(type, method);
      namesLost |= names.isEmpty();
      List<Input> inputs = new ArrayList<>();
      for (int i = 0; i < method.getParameters().size(); i++) {
        VariableElement parameter = method.getParameters().get(i);
        Origin origin = here ? Origin.of(parameter) : use;
        List<Mark> marks = language.marks(parameter);
        broken |= !Known.is(parameter.asType()) || marks.stream().anyMatch(Mark::isBroken);
        Optional<Mark> from =
            marks.stream()
                .filter(mark -> mark.name().equals("From"))
                .findFirst()
                .map(mark -> here ? mark : mark.shownAt(use));
        String name = names.isPresent() ? names.get().get(i) : "arg" + i;
        inputs.add(new Input(name, from, isTensor(parameter.asType()), origin));
      }
      return inputs;
    }
  }

  private static List<String> sourceNames(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }

  private static boolean isTensor(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals(Language.PACKAGE + ".Tensor");
  }
}
