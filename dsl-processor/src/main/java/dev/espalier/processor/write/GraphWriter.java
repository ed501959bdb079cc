package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ModelPlan;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusGraph}: the network as one would write it by hand. */
final class GraphWriter {
  private GraphWriter() {}

  static TypeSpec.Builder write(Api api, ModelPlan plan, BuildWriter build) {
    TypeName codec =
        ParameterizedTypeName.get(
            RuntimeTypes.EXAMPLE_CODEC, api.exampleType(), api.input(), api.prediction());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.graph().simpleName())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("The network of {@code $L}.\n", api.modelName())
            .addSuperinterface(
                ParameterizedTypeName.get(
                    RuntimeTypes.GENERATED_MODEL, api.exampleType(), api.input(), api.prediction()))
            .addField(
                DataWriter.constant(RuntimeTypes.MODEL_INFO, "INFO", ModelInfoWriter.write(plan)))
            .addMethod(
                override("info", RuntimeTypes.MODEL_INFO).addStatement("return INFO").build())
            .addMethod(
                override("codec", codec).addStatement("return $T.codec()", api.data()).build())
            .addMethod(
                override("optimizer", RuntimeTypes.OPTIMIZER)
                    .addStatement("return $L", optimizer(plan))
                    .build());
    SharingWriter.write(plan).ifPresent(type::addMethod);
    return type.addMethod(build.build()).addMethods(build.networks());
  }

  private static CodeBlock optimizer(ModelPlan plan) {
    CodeBlock settings =
        plan.optimizer().settings().stream()
            .map(setting -> CodeBlock.of("$L", Literal.of(setting)))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.$L($L)", RuntimeTypes.OPTIMIZER, plan.optimizer().method(), settings);
  }

  static MethodSpec.Builder override(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }
}
