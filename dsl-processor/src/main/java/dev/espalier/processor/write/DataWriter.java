package dev.espalier.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ExamplePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusData}: where examples come from, and how they become columns. */
final class DataWriter {
  private final Api api;
  private final TypeName codec;
  private final TypeName dataset;
  private final ConstantNames names = new ConstantNames();

  private DataWriter(Api api) {
    this.api = api;
    this.codec =
        ParameterizedTypeName.get(
            RuntimeTypes.EXAMPLE_CODEC, api.exampleType(), api.input(), api.prediction());
    this.dataset = ParameterizedTypeName.get(RuntimeTypes.DATASET, api.exampleType());
  }

  static TypeSpec.Builder write(Api api, Optional<ExamplePlan> example) {
    return new DataWriter(api).write(example);
  }

  private TypeSpec.Builder write(Optional<ExamplePlan> example) {
    List<String> beyond =
        example.map(plan -> CellWriter.beyondCells(plan.declaration())).orElse(List.of());
    boolean readable = api.isConstructible() && beyond.isEmpty();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.data().simpleName())
            .addModifiers(api.visibility())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Where examples of {@code $L} come from.\n", api.exampleName());
    if (!beyond.isEmpty()) {
      type.addJavadoc(
          "\n<p>No tables, such as {@code csv} and {@code sql}, because no cell holds {@code $L}.\n",
          String.join(", ", beyond));
    }
    example.ifPresent(plan -> constants(type, plan, readable));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(
        method("codec", codec, example.isPresent(), CodeBlock.of("return CODEC"))
            .addJavadoc("How examples become columns, and outputs predictions.\n")
            .build());
    sources(type, example.isPresent());
    if (readable) {
      files(type, example.isPresent());
    }
    example.ifPresent(
        plan -> {
          if (readable) {
            type.addMethod(new CellWriter(plan.declaration(), names).read(api));
          }
          type.addType(new CodecWriter(api, plan, names).write(codec));
        });
    return type;
  }

  private void constants(TypeSpec.Builder type, ExamplePlan plan, boolean readable) {
    TypeName codecType = codec;
    type.addField(constant(RuntimeTypes.EXAMPLE_INFO, "INFO", InfoWriter.write(plan)));
    type.addField(constant(codecType, "CODEC", CodeBlock.of("new Codec()")));
    if (readable) {
      CellWriter cells = new CellWriter(plan.declaration(), names);
      TypeName columns =
          ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.COLUMN_BINDING);
      type.addField(constant(columns, "COLUMNS", cells.columns()));
      cells.texts().forEach(type::addField);
    }
    new CodecWriter(api, plan, names).classes().forEach(type::addField);
  }

  static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private void sources(TypeSpec.Builder type, boolean finished) {
    type.addMethod(
        method(
                "of",
                dataset,
                finished,
                CodeBlock.of("return $T.of($T.of(examples))", RuntimeTypes.DATASET, List.class))
            .addJavadoc("These examples.\n")
            .addParameter(ArrayTypeName.of(api.exampleType()), "examples")
            .varargs()
            .build());
    type.addMethod(
        method(
                "of",
                dataset,
                finished,
                CodeBlock.of("return $T.of(examples)", RuntimeTypes.DATASET))
            .addJavadoc("Examples that are walked over once or several times.\n")
            .addParameter(
                ParameterizedTypeName.get(ClassName.get(Iterable.class), api.exampleType()),
                "examples")
            .build());
  }

  private void files(TypeSpec.Builder type, boolean finished) {
    type.addMethod(
        method(
                "csv",
                dataset,
                finished,
                CodeBlock.of("return csv(file, $T.standard())", RuntimeTypes.CSV_FORMAT))
            .addJavadoc("The rows of a CSV file, also of a {@code .gz}.\n")
            .addParameter(Path.class, "file")
            .build());
    type.addMethod(
        table("csv", finished, "file, format")
            .addJavadoc("The rows of a file in a format of its own.\n")
            .addParameter(Path.class, "file")
            .addParameter(RuntimeTypes.CSV_FORMAT, "format")
            .build());
    type.addMethod(
        lacking(table("jsonLines", finished, "file, $T.of(lacking)", Set.class))
            .addJavadoc("The objects of a file of JSON lines, also of a {@code .gz}.\n")
            .addJavadoc("\n@param lacking components that no object has a key for\n")
            .build());
    type.addMethod(
        lacking(table("parquet", finished, "file, $T.of(lacking)", Set.class))
            .addJavadoc("The rows of a Parquet file, or of those in a folder.\n")
            .addJavadoc("\n@param lacking components that the file has no column for\n")
            .build());
    queries(type, finished);
  }

  private void queries(TypeSpec.Builder type, boolean finished) {
    type.addMethod(
        table("sql", finished, "query")
            .addJavadoc("The rows of a query to DuckDB, which reads files by their names.\n")
            .addParameter(String.class, "query")
            .build());
    type.addMethod(
        table("sql", finished, "url, query")
            .addJavadoc("The rows of a query to the database of a JDBC URL.\n")
            .addParameter(String.class, "url")
            .addParameter(String.class, "query")
            .build());
    type.addMethod(
        table("sql", finished, "source, query")
            .addJavadoc("The rows of a query.\n")
            .addParameter(ClassName.get("javax.sql", "DataSource"), "source")
            .addParameter(String.class, "query")
            .build());
  }

  private static MethodSpec.Builder lacking(MethodSpec.Builder method) {
    return method
        .addParameter(Path.class, "file")
        .addParameter(ArrayTypeName.of(String.class), "lacking")
        .varargs();
  }

  /** {@code return Tables.csv(file, format, COLUMNS, CensusData::read)}. */
  private MethodSpec.Builder table(String name, boolean finished, String first, Object... args) {
    CodeBlock given = CodeBlock.of(first, args);
    return method(
        name,
        dataset,
        finished,
        CodeBlock.of(
            "return $T.$L($L, COLUMNS, $T::read)", RuntimeTypes.TABLES, name, given, api.data()));
  }

  private MethodSpec.Builder method(
      String name, TypeName returned, boolean finished, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(api.visibility())
        .addModifiers(Modifier.STATIC)
        .returns(returned)
        .addStatement(finished ? body : Stub.body(api));
  }
}
