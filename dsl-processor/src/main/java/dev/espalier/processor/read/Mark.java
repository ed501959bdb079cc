package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * One annotation of the language as it stands in the source: its name, the values of all its
 * members, and which of them the user wrote, with their places.
 */
public final class Mark {
  private final String name;
  private final Map<String, Object> values;
  private final Map<String, Origin> stated;
  private final Origin origin;
  private final boolean broken;

  private Mark(
      String name,
      Map<String, Object> values,
      Map<String, Origin> stated,
      Origin origin,
      boolean broken) {
    this.name = name;
    this.values = values;
    this.stated = stated;
    this.origin = origin;
    this.broken = broken;
  }

  /** Reads an annotation of an element. */
  static Mark read(Element element, AnnotationMirror mirror, Elements elements) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Origin> stated = new LinkedHashMap<>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((member, value) -> values.put(member.getSimpleName().toString(), value));
    mirror
        .getElementValues()
        .forEach(
            (member, value) ->
                stated.put(member.getSimpleName().toString(), Origin.of(element, mirror, value)));
    return new Mark(
        name(mirror), values, stated, Origin.of(element, mirror), !isWhole(mirror, values));
  }

  /** An annotation that the compiler could not find: all that is known is that it stands there. */
  static Mark unresolved(String name, Origin origin) {
    return new Mark(name, Map.of(), Map.of(), origin, true);
  }

  /** The simple name of an annotation. */
  static String name(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().toString();
  }

  private static boolean isWhole(AnnotationMirror mirror, Map<String, Object> values) {
    Element type = mirror.getAnnotationType().asElement();
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .allMatch(
            member ->
                values.get(member.getSimpleName().toString()) instanceof AnnotationValue value
                    && MemberValues.fit(value.getValue(), member.getReturnType()));
  }

  /** What a shorter way of writing stands for, as {@code {256, 128}} stands for dense layers. */
  public static Mark implied(String name, Map<String, Object> values, Origin origin) {
    return new Mark(name, values, Map.of(), origin, false);
  }

  /** The same, shown elsewhere: where a class file is brought in. */
  Mark shownAt(Origin elsewhere) {
    Map<String, Origin> moved = new LinkedHashMap<>();
    stated.keySet().forEach(member -> moved.put(member, elsewhere));
    return new Mark(name, values, moved, elsewhere, broken);
  }

  /**
   * The annotation once for each entry of a member that is an array of classes, as if the member
   * were that class; itself where the member is no array.
   */
  public List<Mark> each(String member) {
    if (!(raw(member) instanceof List<?> entries)) {
      return List.of(this);
    }
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Map<String, Object> own = new LinkedHashMap<>(values);
      own.put(member, entries.get(i));
      Map<String, Origin> places = new LinkedHashMap<>(stated);
      places.put(member, origin(member, i));
      marks.add(new Mark(name, own, places, origin, broken));
    }
    return marks;
  }

  /** The annotation's simple name. */
  public String name() {
    return name;
  }

  /** Where the annotation stands. */
  public Origin origin() {
    return origin;
  }

  /** Where a member's value stands; the annotation itself when the user left the member out. */
  public Origin origin(String member) {
    return stated.getOrDefault(member, origin);
  }

  /** Where an entry of a member's array stands. */
  public Origin origin(String member, int index) {
    boolean entry =
        states(member)
            && !stated.get(member).equals(origin)
            && values.get(member) instanceof AnnotationValue value
            && value.getValue() instanceof List<?>;
    return entry ? origin.at((AnnotationValue) ((List<?>) raw(member)).get(index)) : origin(member);
  }

  /** Whether the user wrote the member. */
  public boolean states(String member) {
    return stated.containsKey(member);
  }

  /** Whether the annotation has such a member. */
  public boolean has(String member) {
    return values.containsKey(member);
  }

  /** The members that the user wrote, in source order. */
  public List<String> statedMembers() {
    return List.copyOf(stated.keySet());
  }

  /** A whole number. */
  public int integer(String member) {
    return ((Number) raw(member)).intValue();
  }

  /** A number. */
  public double number(String member) {
    return ((Number) raw(member)).doubleValue();
  }

  /** Yes or no. */
  public boolean flag(String member) {
    return (Boolean) raw(member);
  }

  /** A text. */
  public String text(String member) {
    return (String) raw(member);
  }

  /** The name of an enum constant. */
  public String constant(String member) {
    Object raw = raw(member);
    return raw instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : raw.toString();
  }

  /** A number or truth value as it is. */
  public Object plain(String member) {
    return raw(member);
  }

  /** Whole numbers. */
  public List<Integer> integers(String member) {
    return entries(member).stream().map(entry -> ((Number) entry).intValue()).toList();
  }

  /** Numbers. */
  public List<Double> numbers(String member) {
    return entries(member).stream().map(entry -> ((Number) entry).doubleValue()).toList();
  }

  /** Texts. */
  public List<String> texts(String member) {
    return entries(member).stream().map(String.class::cast).toList();
  }

  /** The class that a member names; empty for {@code void.class}. */
  public Optional<TypeMirror> type(String member) {
    return raw(member) instanceof TypeMirror type && type.getKind() != TypeKind.VOID
        ? Optional.of(type)
        : Optional.empty();
  }

  /** The class that a member names as it is written, {@code void} among them. */
  String classText(String member) {
    return raw(member).toString();
  }

  /** The declared type that a member names, if it names one. */
  public Optional<TypeElement> element(String member) {
    return type(member)
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement());
  }

  /**
   * Whether the annotation is unknown, or a value is missing or could not be understood: the
   * compiler reports that by itself, and nothing may be asked of such a mark but its name.
   */
  public boolean isBroken() {
    return broken;
  }

  private List<Object> entries(String member) {
    Object raw = raw(member);
    List<Object> entries = new ArrayList<>();
    for (Object entry : raw instanceof List<?> list ? list : List.of(raw)) {
      entries.add(entry instanceof AnnotationValue value ? value.getValue() : entry);
    }
    return entries;
  }

  private Object raw(String member) {
    Object value = values.get(member);
    if (value == null) {
      throw new IllegalArgumentException("@" + name + " has no member " + member);
    }
    return value instanceof AnnotationValue annotated ? annotated.getValue() : value;
  }

  @Override
  public String toString() {
    return "@" + name;
  }
}
