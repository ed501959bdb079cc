package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Reads the components of a record, and the annotated fields and getters of a class.
 *
 * <p>A record is read through its components for order and names and through its private fields for
 * annotations: problems that are anchored at a record component have no line on javac 17.
 */
final class ComponentReader {
  private final Language language;
  private final TypeReader types;
  private final Types relations;

  ComponentReader(Language language, TypeReader types, Types relations) {
    this.language = language;
    this.types = types;
    this.relations = relations;
  }

  List<Component> read(TypeElement type) {
    return type.getKind() == ElementKind.RECORD ? ofRecord(type) : ofClass(type);
  }

  private List<Component> ofRecord(TypeElement type) {
    Map<String, VariableElement> fields = new LinkedHashMap<>();
    ElementFilter.fieldsIn(type.getEnclosedElements())
        .forEach(field -> fields.put(field.getSimpleName().toString(), field));
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      Element element = fields.containsKey(name) ? fields.get(name) : component;
      components.add(
          new Component(
              name,
              types.read(component.asType()),
              Optional.of(name + "()"),
              withAccessor(element, component.getAccessor()),
              element));
    }
    components.addAll(strays(type, fields.keySet()));
    return components;
  }

  /** What has annotations in a record and is no component: nothing can read it, as checks say. */
  private List<Component> strays(TypeElement record, Set<String> names) {
    List<Component> strays = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
      boolean accessor =
          method.getParameters().isEmpty() && names.contains(method.getSimpleName().toString());
      List<Mark> marks = language.marks(method);
      if (!accessor && marks.stream().anyMatch(mark -> !mark.isBroken())) {
        strays.add(
            new Component(
                method.getSimpleName().toString(),
                types.read(method.getReturnType()),
                Optional.empty(),
                marks,
                method));
      }
    }
    return strays;
  }

  /** Annotations that only methods can have went to the accessor: misplaced, and so to be seen. */
  private List<Mark> withAccessor(Element field, ExecutableElement accessor) {
    List<Mark> marks = new ArrayList<>(language.marks(field));
    if (accessor != null) {
      for (Mark mark : language.marks(accessor)) {
        if (marks.stream().noneMatch(there -> there.name().equals(mark.name()))) {
          marks.add(mark.shownAt(Origin.of(field)));
        }
      }
    }
    return marks;
  }

  private List<Component> ofClass(TypeElement type) {
    List<Component> components = new ArrayList<>();
    for (TypeElement each : lineage(type)) {
      for (Element member : each.getEnclosedElements()) {
        List<Mark> marks = language.marks(member);
        if (marks.isEmpty()) {
          continue;
        }
        if (member.getKind() == ElementKind.FIELD) {
          String name = member.getSimpleName().toString();
          components.add(
              new Component(
                  name,
                  types.read(typeIn(type, member)),
                  access(type, member, name),
                  marks,
                  member));
        } else if (member instanceof ExecutableElement method
            && member.getKind() == ElementKind.METHOD) {
          components.add(
              new Component(
                  property(method),
                  types.read(typeIn(type, method)),
                  isGetter(type, method)
                      ? Optional.of(method.getSimpleName() + "()")
                      : Optional.empty(),
                  marks,
                  method));
        }
      }
    }
    return components;
  }

  /** The type of a field, or what a method returns: a superclass may leave it to its heirs. */
  private TypeMirror typeIn(TypeElement type, Element member) {
    TypeElement owner = (TypeElement) member.getEnclosingElement();
    TypeMirror mirror =
        owner.getTypeParameters().isEmpty() || owner.equals(type)
            ? member.asType()
            : relations.asMemberOf((DeclaredType) type.asType(), member);
    return mirror instanceof ExecutableType method ? method.getReturnType() : mirror;
  }

  /** Superclasses first. */
  private static List<TypeElement> lineage(TypeElement type) {
    List<TypeElement> lineage = new ArrayList<>();
    TypeElement each = type;
    while (!each.getQualifiedName().contentEquals("java.lang.Object") && !lineage.contains(each)) {
      lineage.add(0, each);
      if (!(each.getSuperclass() instanceof DeclaredType parent)
          || parent.getKind() == TypeKind.ERROR) {
        break;
      }
      each = (TypeElement) parent.asElement();
    }
    return lineage;
  }

  private Optional<String> access(TypeElement type, Element field, String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<String> getters = List.of(name, "get" + capital, "is" + capital);
    for (TypeElement each : lineage(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (isGetter(type, method)
            && getters.contains(method.getSimpleName().toString())
            && relations.isSameType(typeIn(type, method), typeIn(type, field))) {
          return Optional.of(method.getSimpleName() + "()");
        }
      }
    }
    return isVisible(type, field) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isGetter(TypeElement type, ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && method.getThrownTypes().isEmpty()
        && isVisible(type, method);
  }

  /** Whether generated code, which lies in the package of the model, can use a member. */
  private static boolean isVisible(TypeElement model, Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    return !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.PRIVATE)
        && (modifiers.contains(Modifier.PUBLIC) || Nesting.inOnePackage(model, member));
  }

  private static String property(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    for (String prefix : List.of("get", "is")) {
      if (name.startsWith(prefix)
          && name.length() > prefix.length()
          && Character.isUpperCase(name.charAt(prefix.length()))) {
        return Character.toLowerCase(name.charAt(prefix.length()))
            + name.substring(prefix.length() + 1);
      }
    }
    return name;
  }
}
