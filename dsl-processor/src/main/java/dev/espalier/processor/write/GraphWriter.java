package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Operation;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusGraph}: the network as one would write it by hand. */
final class GraphWriter {
  private GraphWriter() {}

  static TypeSpec.Builder write(Api api, ModelPlan plan, BuildWriter build) {
    TypeName codec =
        ParameterizedTypeName.get(
            RuntimeTypes.EXAMPLE_CODEC, api.exampleType(), api.input(), api.prediction());
    LongLists lists = new LongLists();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.graph().simpleName())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("The network of {@code $L}.\n", api.modelName())
            .addSuperinterface(
                ParameterizedTypeName.get(
                    RuntimeTypes.GENERATED_MODEL, api.exampleType(), api.input(), api.prediction()))
            .addField(
                DataWriter.constant(
                    RuntimeTypes.MODEL_INFO, "INFO", ModelInfoWriter.write(plan, lists)))
            .addMethod(returning("info", RuntimeTypes.MODEL_INFO, CodeBlock.of("INFO")))
            .addMethod(returning("codec", codec, CodeBlock.of("$T.codec()", api.data())))
            .addMethod(
                returning(
                    "optimizer",
                    RuntimeTypes.OPTIMIZER,
                    call(RuntimeTypes.OPTIMIZER, plan.optimizer())));
    plan.balancing()
        .map(method -> call(RuntimeTypes.BALANCING, method))
        .ifPresent(it -> type.addMethod(returning("balancing", RuntimeTypes.BALANCING, it)));
    plan.clipping()
        .map(method -> call(RuntimeTypes.CLIPPING, method))
        .ifPresent(it -> type.addMethod(returning("clipping", RuntimeTypes.CLIPPING, it)));
    SharingWriter.write(plan).ifPresent(type::addMethod);
    return type.addMethod(build.build()).addMethods(build.networks()).addMethods(lists.methods());
  }

  private static CodeBlock call(ClassName type, Operation factory) {
    CodeBlock settings =
        factory.settings().stream().map(Literal::code).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.$L($L)", type, factory.method(), settings);
  }

  private static MethodSpec returning(String name, TypeName type, CodeBlock value) {
    return override(name, type).addStatement("return $L", value).build();
  }

  static MethodSpec.Builder override(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }
}
