package dev.espalier.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a type with a sharing annotation or {@code @ModelOf} into what the user declared. */
public final class ModelReader {
  private final Elements elements;
  private final Types types;
  private final Language language;
  private final ComponentReader components;
  private final NetworkReader networks;

  /**
   * A reader for one round.
   *
   * @param types the compiler's comparisons of types
   * @param trees what stands in the source beside elements
   * @param inSource whether a type is being compiled, and so has positions and parameter names
   */
  public ModelReader(
      Elements elements, Types types, SourceTrees trees, Predicate<TypeElement> inSource) {
    this.elements = elements;
    this.types = types;
    this.language = new Language(elements, trees);
    this.components = new ComponentReader(language, new TypeReader(language), types);
    this.networks = new NetworkReader(language, new WiresReader(elements, language), inSource);
  }

  /** Reads a model; a variant brings the model that it varies along. */
  public ModelDeclaration read(TypeElement type) {
    List<Mark> marks = language.marks(type);
    Optional<ModelDeclaration> base =
        marks.stream()
            .filter(mark -> mark.name().equals("ModelOf"))
            .findFirst()
            .flatMap(mark -> mark.element("value"))
            .filter(element -> !element.equals(type))
            .map(this::readExample);
    return declaration(type, marks, base);
  }

  /** A variant of a variant is a mistake that checks find: its own base is not followed. */
  private ModelDeclaration readExample(TypeElement type) {
    return declaration(type, language.marks(type), Optional.empty());
  }

  private ModelDeclaration declaration(
      TypeElement type, List<Mark> marks, Optional<ModelDeclaration> base) {
    List<Component> read = components.read(type);
    return new ModelDeclaration(
        name(type),
        elements.getPackageOf(type).getQualifiedName().toString(),
        type,
        isPublic(type),
        outOfReach(type),
        new Constructors(types).of(type, read),
        read,
        marks,
        base,
        networks::read,
        language::unsaid);
  }

  private static String name(TypeElement type) {
    StringBuilder name = new StringBuilder();
    Nesting.around(type).forEach(each -> name.insert(0, each.getSimpleName()));
    return name.toString();
  }

  private static boolean isPublic(TypeElement type) {
    return Nesting.around(type).stream()
        .allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
  }

  private static Optional<String> outOfReach(TypeElement type) {
    if (Nesting.around(type).stream()
        .anyMatch(each -> each.getModifiers().contains(Modifier.PRIVATE))) {
      return Optional.of("private");
    }
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.of("generic");
    }
    boolean inner =
        type.getNestingKind() == NestingKind.MEMBER
            && type.getKind() == ElementKind.CLASS
            && !type.getModifiers().contains(Modifier.STATIC);
    return inner ? Optional.of("an inner class") : Optional.empty();
  }
}
