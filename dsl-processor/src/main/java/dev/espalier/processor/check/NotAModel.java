package dev.espalier.processor.check;

import dev.espalier.processor.read.Language;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** {@code NotAModel}: heads without a sharing annotation. */
final class NotAModel implements Check {
  private static final String TENSOR = Language.PACKAGE + ".Tensor";

  private final Round round;

  NotAModel(Round round) {
    this.round = round;
  }

  @Override
  public void check(ModelDeclaration type, Report report) {
    if (type.labels().isEmpty()
        || isModel(type)
        || isNetwork(type.type())
        || type.type().getModifiers().contains(Modifier.ABSTRACT) && type.type().getKind().isClass()
        || round.models().stream().anyMatch(model -> belongs(type.type(), model.type()))
        || !Understood.is(type)) {
      return;
    }
    Mark head = type.labels().get(0).mark("TaskHead").orElseThrow();
    boolean isInterface = type.type().getKind().isInterface();
    report.add(
        Rule.NOT_A_MODEL,
        head.origin(),
        "`"
            + type.simpleName()
            + "` has @TaskHead components "
            + (isInterface
                ? "and is an interface; models are records and classes."
                : "but no sharing annotation."),
        isInterface
            ? "Make it a record, and add for instance @SharedTrunk({256, 128})."
            : "Add one to the type, for instance @SharedTrunk({256, 128}).");
  }

  private static boolean isModel(ModelDeclaration type) {
    return !Sharings.marks(type).isEmpty() || type.mark("ModelOf").isPresent();
  }

  /** A network has layers, and a head on one is misplaced, which is said where it is used. */
  private static boolean isNetwork(TypeElement type) {
    return type.getKind().isInterface()
        && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(it -> it.getReturnType().toString().equals(TENSOR));
  }

  /** Whether a model has what the type holds; one that is an interface is told to be a class. */
  private static boolean belongs(TypeElement type, TypeElement model) {
    return type.getKind().isClass() && parents(model).contains(type)
        || model.getKind().isInterface() && parents(type).contains(model);
  }

  /** What a type inherits from: classes, and interfaces of all of them. */
  private static Set<TypeElement> parents(TypeElement type) {
    Set<TypeElement> parents = new LinkedHashSet<>();
    addParents(type, parents);
    return parents;
  }

  private static void addParents(TypeElement type, Set<TypeElement> parents) {
    Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .filter(DeclaredType.class::isInstance)
        .map(parent -> (TypeElement) ((DeclaredType) parent).asElement())
        .filter(parents::add)
        .forEach(parent -> addParents(parent, parents));
  }
}
