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
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes the codec: example to columns, outputs to prediction. */
final class CodecWriter {
  /** The row writer's method for a category of each form. */
  private static final Map<Form, String> CATEGORIES =
      Map.ofEntries(
          Map.entry(Form.INT, "id"),
          Map.entry(Form.LONG, "id"),
          Map.entry(Form.TEXT, "text"),
          Map.entry(Form.CONSTANT, "constant"),
          Map.entry(Form.INTS, "ids"),
          Map.entry(Form.LONGS, "ids"),
          Map.entry(Form.TEXTS, "texts"),
          Map.entry(Form.TEXT_SET, "texts"),
          Map.entry(Form.TEXT_LIST, "texts"),
          Map.entry(Form.CONSTANT_SET, "constants"),
          Map.entry(Form.CONSTANT_LIST, "constants"));

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
      Component label = plan.tasks().get(task).component();
      write(method, label, "example." + label.getter().orElseThrow(), label(label), task);
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
      boolean numeric = component.has("Numeric");
      String writing =
          numeric
              ? component.type().form() == Form.FLOATS ? "numbers" : "number"
              : CATEGORIES.get(component.type().form());
      write(method, component, "input." + component.name() + "()", writing, index);
    }
    return method.build();
  }

  private static String label(Component label) {
    Form form = label.type().form();
    return form == Form.FLOATS || form == Form.BOOLEANS || form == Form.CONSTANT_SET
        ? "labels"
        : "label";
  }

  /** A null is not written, except where the runtime has to see that there was none. */
  private static void write(
      MethodSpec.Builder method, Component component, String value, String writing, int index) {
    boolean guarded = component.type().boxed() || component.type().form() == Form.CONSTANT;
    if (guarded) {
      method.beginControlFlow("if ($L != null)", value);
    }
    method.addStatement("row.$L($L, $L)", writing, index, written(component, value, writing));
    if (guarded) {
      method.endControlFlow();
    }
  }

  private static String written(Component component, String value, String writing) {
    if (component.type().form() == Form.CONSTANT) {
      return value + ".ordinal()";
    }
    return writing.equals("number") || component.type().form() == Form.DOUBLE
        ? number(component, value)
        : value;
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
    Form form = task.component().type().form();
    if (form == Form.FLOATS || form == Form.BOOLEANS) {
      return CodeBlock.of("row.numbers($L, $L)", index, output);
    }
    if (task.kind() instanceof Kind.MultiClass) {
      return CodeBlock.of(
          "$T.of($L, row.numbers($L, $L))",
          RuntimeTypes.CLASS_PREDICTION,
          classesName(task),
          index,
          output);
    }
    if (task.kind() instanceof Kind.MultiLabel) {
      return CodeBlock.of(
          "$T.of($L, row.numbers($L, $L))",
          RuntimeTypes.LABELS_PREDICTION,
          classesName(task),
          index,
          output);
    }
    return CodeBlock.of("row.number($L, $L)", index, output);
  }

  /** The classes of each task that has any, as lists that predictions share. */
  List<FieldSpec> classes() {
    List<FieldSpec> fields = new ArrayList<>();
    for (TaskPlan task : plan.tasks()) {
      if (task.component().type().constants().isPresent()) {
        ClassName type = ClassName.get(task.component().type().constants().get().element());
        fields.add(list(type, task, CodeBlock.of("$T.of($T.values())", List.class, type)));
      } else if (task.component().type().form() == Form.INT) {
        fields.add(
            list(
                ClassName.get(Integer.class),
                task,
                CodeBlock.of(
                    "$T.range(0, $L).boxed().toList()", IntStream.class, task.kind().units())));
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
