package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ModelPlan;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusTrainer}: the model's way in. */
final class TrainerWriter {
  private TrainerWriter() {}

  static TypeSpec.Builder write(Api api, Optional<ModelPlan> plan) {
    TypeName builder =
        ParameterizedTypeName.get(RuntimeTypes.TRAINER_BUILDER, api.task(), api.trainer());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.trainer().simpleName())
            .addModifiers(api.visibility())
            .addModifiers(Modifier.FINAL)
            .addJavadoc(plan.map(ModelCard::of).orElseGet(() -> CodeBlock.of("A stub.\n")))
            .superclass(
                ParameterizedTypeName.get(
                    RuntimeTypes.TRAINER,
                    api.exampleType(),
                    api.input(),
                    api.prediction(),
                    api.task()))
            .addMethod(constructor(api, plan.isPresent()))
            .addMethod(
                factory(api, "create", api.trainer())
                    .addJavadoc("A trainer with the settings of the annotations.\n")
                    .addStatement("return builder().build()")
                    .build())
            .addMethod(
                factory(api, "builder", builder)
                    .addJavadoc("What can be tuned without compiling again.\n")
                    .addStatement(
                        "return new $T<>($T::new)", RuntimeTypes.TRAINER_BUILDER, api.trainer())
                    .build());
    if (plan.isEmpty()) {
      type.addMethod(unfinished(api));
    }
    return type;
  }

  private static MethodSpec constructor(Api api, boolean finished) {
    CodeBlock model =
        finished ? CodeBlock.of("new $T()", api.graph()) : CodeBlock.of("unfinished()");
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(RuntimeTypes.TRAINER_OPTIONS, "options")
        .addStatement("super($L, $T.class, options)", model, api.task())
        .build();
  }

  private static MethodSpec unfinished(Api api) {
    return MethodSpec.methodBuilder("unfinished")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(
            ParameterizedTypeName.get(
                RuntimeTypes.GENERATED_MODEL, api.exampleType(), api.input(), api.prediction()))
        .addStatement(Stub.body(api))
        .build();
  }

  private static MethodSpec.Builder factory(Api api, String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(api.visibility())
        .addModifiers(Modifier.STATIC)
        .returns(type);
  }
}
