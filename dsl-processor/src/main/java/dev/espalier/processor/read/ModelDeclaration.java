package dev.espalier.processor.read;

import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * A model as the user wrote it: a class with a sharing annotation, or a variant of one.
 *
 * @param name the name that generated types start with: {@code OuterCensus} for a nested type
 * @param packageName its package, empty for the unnamed one
 * @param type the type
 * @param isPublic whether generated types are public: the type and all around it are
 * @param outOfReach why generated code can't use the type; empty when it can
 * @param constructor the names of the components that a constructor takes, in its order; empty when
 *     none takes exactly them, so that rows can't be read
 * @param components in declared order, inherited ones first
 * @param marks the annotations of the language on the type
 * @param base the model that a {@code @ModelOf} varies
 * @param networks finds the networks that its annotations name
 * @param defaults what annotations say that do not stand there
 */
public record ModelDeclaration(
    String name,
    String packageName,
    TypeElement type,
    boolean isPublic,
    Optional<String> outOfReach,
    Optional<List<String>> constructor,
    List<Component> components,
    List<Mark> marks,
    Optional<ModelDeclaration> base,
    NetworkSource networks,
    Defaults defaults) {

  /** Where the type's name stands. */
  public Origin origin() {
    return Origin.of(type);
  }

  /** The annotation of a name on the type, if it is there. */
  public Optional<Mark> mark(String annotation) {
    return marks.stream().filter(mark -> mark.name().equals(annotation)).findFirst();
  }

  /** Whether it is a record, which must say something of every component. */
  public boolean isRecord() {
    return type.getKind() == ElementKind.RECORD;
  }

  /** The simple name of the type. */
  public String simpleName() {
    return type.getSimpleName().toString();
  }

  /** The model whose example and tasks these are: itself unless it is a variant. */
  public ModelDeclaration example() {
    return base.orElse(this);
  }

  /** The components that are labels. */
  public List<Component> labels() {
    return components.stream().filter(component -> component.has("TaskHead")).toList();
  }

  /** The component of a name, if there is one. */
  public Optional<Component> component(String name) {
    return components.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Reads the defaults of annotations. */
  @FunctionalInterface
  public interface Defaults {
    /** The annotation as if it stood there with nothing said. */
    Mark of(String annotation, Origin origin);
  }

  /** Finds the network that a member of an annotation names. */
  @FunctionalInterface
  public interface NetworkSource {
    /** The network; empty when the member names none. */
    Optional<NetworkDeclaration> of(Mark mark, String member);
  }
}
