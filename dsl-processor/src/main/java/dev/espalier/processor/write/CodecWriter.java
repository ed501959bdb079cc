package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes the codec: example to columns, outputs to prediction. */
final class CodecWriter {
  private final Api api;
  private final ExamplePlan plan;
  private final ConstantNames names;

  CodecWriter(Api api, ExamplePlan plan, ConstantNames names) {
    this.api = api;
    this.plan = plan;
    this.names = names;
  }

  TypeSpec write(TypeName codec) {
    return TypeSpec.classBuilder("Codec")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(codec)
        .addMethod(override("info", RuntimeTypes.EXAMPLE_INFO).addStatement("return INFO").build())
        .addMethod(encode())
        .addMethod(encodeInput())
        .addMethod(decode())
        .build();
  }

  private static MethodSpec.Builder override(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }

  // ---- Encoding ---------------------------------------------------------------------------------

  private MethodSpec encode() {
    MethodSpec.Builder method =
        override("encode", TypeName.VOID)
            .addParameter(api.exampleType(), "example")
            .addParameter(RuntimeTypes.ROW_WRITER, "row")
            .addStatement("encodeInput($T.of(example), row)", api.input());
    for (int task = 0; task < plan.tasks().size(); task++) {
      TaskPlan each = plan.tasks().get(task);
      Component label = each.component();
      write(method, label, "example." + label.getter().orElseThrow(), each.writing(), task);
    }
    plan.declaration().components().stream()
        .filter(component -> component.has("RowWeight"))
        .forEach(
            component ->
                method.addStatement(
                    "row.rowWeight($L)",
                    number(component, "example." + component.getter().orElseThrow())));
    return method.build();
  }

  private MethodSpec encodeInput() {
    MethodSpec.Builder method =
        override("encodeInput", TypeName.VOID)
            .addParameter(api.input(), "input")
            .addParameter(RuntimeTypes.ROW_WRITER, "row");
    for (int index = 0; index < plan.features().size(); index++) {
      FeaturePlan feature = plan.features().get(index);
      Component component = feature.component();
      write(method, component, "input." + component.name() + "()", feature.writing(), index);
    }
    return method.build();
  }

  /** A null is not written, except where the runtime has to see that there was none. */
  private static void write(
      MethodSpec.Builder method, Component component, String value, Writing writing, int index) {
    boolean guarded = component.type().boxed() || component.type().form() == Form.CONSTANT;
    if (guarded) {
      method.beginControlFlow("if ($L != null)", value);
    }
    method.addStatement(
        "row.$L($L, $L)", writing.method(), index, written(component, value, writing));
    if (guarded) {
      method.endControlFlow();
    }
  }

  private static String written(Component component, String value, Writing writing) {
    return switch (writing.form()) {
      case ITSELF -> value;
      case NUMBER -> number(component, value);
      case ORDINAL -> value + ".ordinal()";
    };
  }

  private static String number(Component component, String value) {
    boolean boxed = component.type().boxed();
    return switch (component.type().form()) {
      case DOUBLE -> boxed ? value + ".floatValue()" : "(float) " + value;
      case LONG, INT -> boxed ? value + ".floatValue()" : value;
      case BOOLEAN -> value + " ? 1 : 0";
      default -> value;
    };
  }

  // ---- Decoding ---------------------------------------------------------------------------------

  private MethodSpec decode() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int task = 0; task < plan.tasks().size(); task++) {
      TaskPlan each = plan.tasks().get(task);
      int outputs = each.given().isPresent() ? 2 : 1;
      for (int output = 0; output < outputs; output++) {
        CodeBlock value = decoded(each, task, output);
        arguments.add(
            api.mayBeAbsent() ? CodeBlock.of("row.has($L) ? $L : null", task, value) : value);
      }
    }
    return override("decode", api.prediction())
        .addParameter(RuntimeTypes.PREDICTION_READER, "row")
        .addStatement(
            "return new $T(\n$>$>$L$<$<)",
            api.prediction(),
            arguments.stream().collect(CodeBlock.joining(",\n")))
        .build();
  }

  private CodeBlock decoded(TaskPlan task, int index, int output) {
    return switch (task.predicted()) {
      case NUMBER -> CodeBlock.of("row.number($L, $L)", index, output);
      case NUMBERS -> CodeBlock.of("row.numbers($L, $L)", index, output);
      case CLASS -> decoded(RuntimeTypes.CLASS_PREDICTION, task, index, output);
      case LABELS -> decoded(RuntimeTypes.LABELS_PREDICTION, task, index, output);
      case CLASS_EACH -> each(task.component(), index, output);
    };
  }

  private CodeBlock decoded(ClassName type, TaskPlan task, int index, int output) {
    return CodeBlock.of("$T.of($L, row.numbers($L, $L))", type, classesName(task), index, output);
  }

  private static CodeBlock each(Component label, int index, int output) {
    return switch (label.type().form()) {
      case CONSTANTS ->
          CodeBlock.of("row.classes($L, $L, $T.values())", index, output, Api.classes(label));
      case BYTES -> CodeBlock.of("row.classBytes($L, $L)", index, output);
      default -> CodeBlock.of("row.classes($L, $L)", index, output);
    };
  }

  /** The classes of each task that has any, as lists that predictions share. */
  List<FieldSpec> classes() {
    List<FieldSpec> fields = new ArrayList<>();
    for (TaskPlan task : plan.tasks()) {
      if (task.predicted() == Predicted.CLASS || task.predicted() == Predicted.LABELS) {
        ClassName type = Api.classes(task.component());
        boolean constants = task.component().type().constants().isPresent();
        int count = task.kind().classes().size();
        fields.add(
            list(
                type,
                task,
                constants
                    ? CodeBlock.of("$T.of($T.values())", List.class, type)
                    : CodeBlock.of("$T.range(0, $L).boxed().toList()", IntStream.class, count)));
      }
    }
    return fields;
  }

  private FieldSpec list(ClassName type, TaskPlan task, CodeBlock value) {
    return DataWriter.constant(
        ParameterizedTypeName.get(ClassName.get(List.class), type), classesName(task), value);
  }

  private String classesName(TaskPlan task) {
    return names.of(task.name(), task.name(), "_CLASSES");
  }
}
