package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Which annotations belong to the language, and how they are read off an element. */
public final class Language {
  /** The package of the language. */
  public static final String PACKAGE = "dev.espalier.dsl";

  private final Elements elements;
  private final SourceTrees trees;

  Language(Elements elements, SourceTrees trees) {
    this.elements = elements;
    this.trees = trees;
  }

  /**
   * The annotations of the language on an element, in source order; and those that the compiler
   * could not find, since they may have been meant to be of the language.
   */
  List<Mark> marks(Element element) {
    List<Mark> marks = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
        marks.add(Mark.unresolved(Mark.name(mirror), Origin.of(element, mirror)));
      } else if (belongs(mirror) && isApplicable(mirror, element)) {
        marks.add(Mark.read(element, mirror, elements));
      }
    }
    trees
        .lostAnnotation(element)
        .ifPresent(name -> marks.add(Mark.unresolved(name, Origin.of(element))));
    return marks;
  }

  /** An annotation that does not stand there, with the defaults of its members. */
  Mark unsaid(String annotation, Origin origin) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    TypeElement type = elements.getTypeElement(PACKAGE + "." + annotation);
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (member.getDefaultValue() != null) {
        defaults.put(member.getSimpleName().toString(), member.getDefaultValue());
      }
    }
    return Mark.implied(annotation, defaults, origin);
  }

  /** Whether an annotation may stand on a field or method; where not, the compiler says so. */
  private static boolean isApplicable(AnnotationMirror mirror, Element element) {
    Target target = mirror.getAnnotationType().asElement().getAnnotation(Target.class);
    Set<ElementType> places = target == null ? Set.of() : Set.of(target.value());
    return places.isEmpty()
        || switch (element.getKind()) {
          case FIELD -> places.contains(ElementType.FIELD);
          case METHOD -> places.contains(ElementType.METHOD);
          default -> true;
        };
  }

  private boolean belongs(AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return elements.getPackageOf(type).getQualifiedName().contentEquals(PACKAGE);
  }
}
