package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ValueType.Constant;
import dev.espalier.processor.read.ValueType.EnumType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Writes how an example is read from cells, through its own constructor. */
final class CellWriter {
  /**
   * The reader's method for each form, the one that gives null for an empty cell, and what columns
   * are checked against.
   */
  private record Reading(String plain, String boxed, String type) {}

  private static final Map<Form, Reading> READINGS =
      Map.ofEntries(
          Map.entry(Form.FLOAT, new Reading("number", "numberOrNull", "FLOAT")),
          Map.entry(Form.DOUBLE, new Reading("decimal", "decimalOrNull", "DOUBLE")),
          Map.entry(Form.INT, new Reading("integer", "integerOrNull", "INT")),
          Map.entry(Form.LONG, new Reading("whole", "wholeOrNull", "LONG")),
          Map.entry(Form.BOOLEAN, new Reading("flag", "flagOrNull", "BOOLEAN")),
          Map.entry(Form.TEXT, new Reading("text", "text", "TEXT")),
          Map.entry(Form.PATH, new Reading("path", "path", "FILE")),
          Map.entry(Form.CONSTANTS, new Reading("constants", "constants", "ENUMS")),
          Map.entry(Form.CONSTANT, new Reading("constant", "constant", "ENUM")),
          Map.entry(Form.FLOATS, new Reading("numbers", "numbers", "FLOATS")),
          Map.entry(Form.INTS, new Reading("integers", "integers", "INTS")),
          Map.entry(Form.LONGS, new Reading("wholes", "wholes", "LONGS")),
          Map.entry(Form.SHORTS, new Reading("shorts", "shorts", "SHORTS")),
          Map.entry(Form.BYTES, new Reading("bytes", "bytes", "BYTES")),
          Map.entry(Form.BOOLEANS, new Reading("flags", "flags", "BOOLEANS")),
          Map.entry(Form.TEXTS, new Reading("texts", "texts", "TEXTS")),
          Map.entry(Form.TEXT_SET, new Reading("textSet", "textSet", "TEXTS")),
          Map.entry(Form.TEXT_LIST, new Reading("textList", "textList", "TEXTS")),
          Map.entry(Form.CONSTANT_SET, new Reading("constantSet", "constantSet", "ENUMS")),
          Map.entry(Form.CONSTANT_LIST, new Reading("constantList", "constantList", "ENUMS")));

  private final ModelDeclaration model;
  private final List<Component> read;
  private final ConstantNames names;

  CellWriter(ModelDeclaration model, ConstantNames names) {
    this.model = model;
    this.names = names;
    this.read = model.components().stream().filter(CellWriter::isRead).toList();
  }

  /** What the model takes and no cell holds, such as a picture's pixels. */
  static List<String> beyondCells(ModelDeclaration model) {
    return model.components().stream()
        .filter(each -> !each.has("Ignored") && !READINGS.containsKey(each.type().form()))
        .map(Component::name)
        .toList();
  }

  /** Whether some constructor takes the components. */
  static boolean isConstructible(ModelDeclaration model) {
    return model
        .constructor()
        .filter(
            names ->
                names.size() == model.components().size()
                    && model.components().stream()
                        .allMatch(component -> names.contains(component.name())))
        .isPresent();
  }

  /** What is no part of the model is read only where a column is named for it. */
  private static boolean isRead(Component component) {
    return READINGS.containsKey(component.type().form())
        && (!component.has("Ignored") || component.has("Column"));
  }

  /** Where each component is found. */
  CodeBlock columns() {
    return InfoWriter.list(read.stream().map(CellWriter::binding).collect(InfoWriter.lines()));
  }

  private static CodeBlock binding(Component component) {
    Optional<Mark> column = component.mark("Column");
    int at = column.map(mark -> mark.integer("at")).orElse(-1);
    CodeBlock type =
        CodeBlock.of("$T.$L", RuntimeTypes.CELL_TYPE, READINGS.get(component.type().form()).type());
    if (at >= 0) {
      return CodeBlock.of(
          "$T.at($S, $L, $L)", RuntimeTypes.COLUMN_BINDING, component.name(), at, type);
    }
    String header =
        column
            .map(mark -> mark.text("value"))
            .filter(text -> !text.isEmpty())
            .orElse(component.name());
    return CodeBlock.of(
        "$T.named($S, $S, $L)", RuntimeTypes.COLUMN_BINDING, component.name(), header, type);
  }

  /** The texts of the enums, each once. */
  List<FieldSpec> texts() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    for (Component component : read) {
      component
          .type()
          .constants()
          .ifPresent(type -> fields.putIfAbsent(textsName(type), textsField(type)));
    }
    return List.copyOf(fields.values());
  }

  private FieldSpec textsField(EnumType type) {
    ClassName name = ClassName.get(type.element());
    CodeBlock texts =
        type.constants().stream()
            .map(Constant::text)
            .map(text -> CodeBlock.of(",\n$S", text))
            .collect(CodeBlock.joining(""));
    return DataWriter.constant(
        ParameterizedTypeName.get(RuntimeTypes.ENUM_TEXTS, name),
        textsName(type),
        CodeBlock.of("$T.of(\n$>$>$T.values()$L$<$<)", RuntimeTypes.ENUM_TEXTS, name, texts));
  }

  /** {@code Outer.MaritalStatus} is OUTER_MARITAL_STATUS_TEXTS where enums share a simple name. */
  private String textsName(EnumType type) {
    String simple = type.element().getSimpleName().toString();
    boolean shared =
        read.stream()
            .flatMap(component -> component.type().constants().stream())
            .anyMatch(
                other ->
                    other.element().getSimpleName().contentEquals(simple)
                        && !other.element().equals(type.element()));
    String name = shared ? type.element().getQualifiedName().toString() : simple;
    return names.of(type.element(), name, "_TEXTS");
  }

  /** {@code private static Census read(CellReader cells)}. */
  MethodSpec read(Api api) {
    CodeBlock arguments =
        model.constructor().orElseThrow().stream()
            .map(this::component)
            .map(this::argument)
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder("read")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(api.exampleType())
        .addParameter(RuntimeTypes.CELL_READER, "cells")
        .addStatement("return new $T(\n$>$>$L$<$<)", api.exampleType(), arguments)
        .build();
  }

  private Component component(String name) {
    return model.components().stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private CodeBlock argument(Component component) {
    int cell = read.indexOf(component);
    if (cell < 0) {
      return CodeBlock.of(nothing(component.type().mirror().getKind()));
    }
    Reading reading = READINGS.get(component.type().form());
    String method = component.type().nullable() ? reading.boxed() : reading.plain();
    if (component.type().constants().isPresent()) {
      return CodeBlock.of(
          "cells.$L($L, $L)", method, cell, textsName(component.type().constants().get()));
    }
    if (component.type().form() == Form.BOOLEAN) {
      String yes = component.mark("Column").map(mark -> mark.text("yes")).orElse("");
      return CodeBlock.of("cells.$L($L, $S)", method, cell, yes);
    }
    return CodeBlock.of("cells.$L($L)", method, cell);
  }

  private static String nothing(TypeKind kind) {
    if (kind == TypeKind.BOOLEAN) {
      return "false";
    }
    if (kind == TypeKind.CHAR || kind == TypeKind.BYTE || kind == TypeKind.SHORT) {
      return "(" + kind.name().toLowerCase(Locale.ROOT) + ") 0";
    }
    return kind.isPrimitive() ? "0" : "null";
  }
}
