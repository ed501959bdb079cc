package dev.espalier.processor.read;

import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.LayerDeclaration.NetworkOwner;
import dev.espalier.processor.read.NetworkDeclaration.Stray;
import dev.espalier.processor.report.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** The network that a member of an annotation names; empty when it names none. */
  Optional<NetworkDeclaration> read(Mark mark, String member) {
    return mark.type(member)
        .map(
            type ->
                mark.element(member)
                    .map(element -> network(element, mark.origin(member)))
                    .orElseGet(() -> noNetwork(type, mark.origin(member))));
  }

  private static NetworkDeclaration noNetwork(TypeMirror type, Origin use) {
    return new NetworkDeclaration(
        type.toString(), type.toString(), List.of(), List.of(), false, false, List.of(), use);
  }

  private NetworkDeclaration network(TypeElement type, Origin use) {
    Reading reading = new Reading(use);
    reading.add(type, new LinkedHashSet<>());
    boolean here = inSource.test(type);
    return new NetworkDeclaration(
        type.getSimpleName().toString(),
        type.getQualifiedName().toString(),
        List.copyOf(reading.layers),
        List.copyOf(reading.strays),
        type.getKind() == ElementKind.INTERFACE,
        reading.namesLost,
        reading.broken,
        language.marks(type),
        here ? Origin.of(type) : use);
  }

  /** One network being read, its parents first. */
  private final class Reading {
    private final List<LayerDeclaration> layers = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private final Origin use;
    private boolean namesLost;
    private boolean broken;

    Reading(Origin use) {
      this.use = use;
    }

    void add(TypeElement type, Set<String> seen) {
      if (!seen.add(type.getQualifiedName().toString())) {
        return;
      }
      for (TypeMirror parent : type.getInterfaces()) {
        if (parent.getKind() == TypeKind.DECLARED) {
          add((TypeElement) ((DeclaredType) parent).asElement(), seen);
        } else {
          broken = true;
        }
      }
      List<Mark> modifiers = language.marks(type);
      broken |= modifiers.stream().anyMatch(Mark::isBroken);
      NetworkOwner owner = new NetworkOwner(type.getSimpleName().toString(), modifiers);
      List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
      methods.forEach(method -> layers.removeIf(old -> named(old.name(), method)));
      methods.forEach(method -> add(method, type, owner));
    }

    private void add(ExecutableElement method, TypeElement type, NetworkOwner owner) {
      Set<Modifier> modifiers = method.getModifiers();
      if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) {
        return;
      }
      String name = method.getSimpleName().toString();
      Origin origin = inSource.test(type) ? Origin.of(method) : use;
      broken |= !Known.is(method.getReturnType());
      if (modifiers.contains(Modifier.DEFAULT)) {
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
            new LayerDeclaration(name, marks(method, type), inputs(method, type), owner, origin));
      }
    }

    private List<Mark> marks(ExecutableElement method, TypeElement type) {
      List<Mark> marks = language.marks(method);
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

  private static boolean named(String name, ExecutableElement method) {
    return method.getSimpleName().contentEquals(name);
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
