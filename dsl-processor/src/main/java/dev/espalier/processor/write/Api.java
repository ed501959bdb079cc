package dev.espalier.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.GeneratedNames;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.task.LabelKind;
import dev.espalier.processor.task.LabelKinds;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * The public face of a model: the names and types of what is generated. Read off the declaration as
 * far as that goes, so that a model with mistakes has the same face.
 */
final class Api {
  /** A component of a generated record. */
  record Part(String name, TypeName type) {}

  private final ModelDeclaration declaration;
  private final ModelDeclaration base;

  Api(ModelDeclaration declaration) {
    this.declaration = declaration;
    this.base = declaration.example();
  }

  /** Whether the model is a variant, and so has a trainer and a graph alone. */
  boolean isVariant() {
    return declaration.base().isPresent();
  }

  /** Whether rows of files and queries can go through a constructor. */
  boolean isConstructible() {
    return CellWriter.isConstructible(base);
  }

  /** The package of what is generated for this model. */
  String packageName() {
    return declaration.packageName();
  }

  /** The visibility of what is generated. */
  Modifier[] visibility() {
    return declaration.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
  }

  /** The user's example; {@code Object} where generated code can't name it. */
  TypeName exampleType() {
    return base.outOfReach().isPresent() ? ClassName.OBJECT : ClassName.get(base.type());
  }

  /** The user's name for the model. */
  String modelName() {
    return declaration.simpleName();
  }

  /** The user's name for the example. */
  String exampleName() {
    return base.simpleName();
  }

  ClassName trainer() {
    return own("Trainer");
  }

  ClassName graph() {
    return own("Graph");
  }

  ClassName predictor() {
    return shared("Predictor");
  }

  ClassName prediction() {
    return shared("Prediction");
  }

  ClassName input() {
    return shared("Input");
  }

  ClassName task() {
    return shared("Task");
  }

  ClassName data() {
    return shared("Data");
  }

  private ClassName own(String suffix) {
    return ClassName.get(declaration.packageName(), declaration.name() + suffix);
  }

  private ClassName shared(String suffix) {
    return ClassName.get(base.packageName(), base.name() + suffix);
  }

  /** The features, as components of the input. */
  List<Part> inputs() {
    return base.components().stream()
        .filter(component -> Features.mark(component).isPresent())
        .map(component -> new Part(nameable(component.name()), type(component)))
        .toList();
  }

  /** The labels' names. */
  List<String> tasks() {
    return base.labels().stream().map(Component::name).map(Api::nameable).distinct().toList();
  }

  /** What is predicted, as components of the prediction. */
  List<Part> predictions() {
    List<Part> parts = new ArrayList<>();
    for (Component label : base.labels()) {
      TypeName type = predicted(label);
      parts.add(new Part(nameable(label.name()), type));
      label
          .mark("Given")
          .ifPresent(
              given ->
                  parts.add(
                      new Part(
                          GeneratedNames.conditional(label.name(), given.text("value")), type)));
    }
    return parts;
  }

  /** The name, where a stub can have it: a getter may be called after a word of Java. */
  private static String nameable(String name) {
    return SourceVersion.isName(name) ? name : name + "_";
  }

  /** Whether a row may lack a feature as a whole, so that a prediction may be null. */
  boolean mayBeAbsent() {
    return Features.in(base).stream().anyMatch(Features::mayBeAbsent);
  }

  private TypeName predicted(Component label) {
    TypeName number = mayBeAbsent() ? TypeName.FLOAT.box() : TypeName.FLOAT;
    Predicted form = LabelKinds.of(label).map(LabelKind::predicted).orElse(Predicted.NUMBER);
    return switch (form) {
      case NUMBER -> number;
      case NUMBERS -> ArrayTypeName.of(TypeName.FLOAT);
      case CLASS -> ParameterizedTypeName.get(RuntimeTypes.CLASS_PREDICTION, classes(label));
      case LABELS -> ParameterizedTypeName.get(RuntimeTypes.LABELS_PREDICTION, classes(label));
      case CLASS_EACH -> type(label);
    };
  }

  /** What a class of a label is: a constant, or a number. */
  static ClassName classes(Component label) {
    return label
        .type()
        .constants()
        .map(type -> ClassName.get(type.element()))
        .orElse(ClassName.get(Integer.class));
  }

  private static TypeName type(Component component) {
    TypeKind kind = component.type().mirror().getKind();
    return kind == TypeKind.ERROR ? ClassName.OBJECT : TypeName.get(component.type().mirror());
  }
}
