package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusInput}: the features alone. */
final class InputWriter {
  private InputWriter() {}

  static TypeSpec.Builder write(Api api, Optional<ExamplePlan> example) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Api.Part part : api.inputs()) {
      constructor.addParameter(ParameterSpec.builder(part.type(), part.name()).build());
    }
    return TypeSpec.recordBuilder(api.input().simpleName())
        .addModifiers(api.visibility())
        .addJavadoc(
            "The features of {@code $L}: what a prediction is made from.\n", api.exampleName())
        .recordConstructor(constructor.build())
        .addMethod(of(api, example));
  }

  private static MethodSpec of(Api api, Optional<ExamplePlan> example) {
    MethodSpec.Builder of =
        MethodSpec.methodBuilder("of")
            .addJavadoc("The features of an example; its labels don't matter.\n")
            .addModifiers(Modifier.STATIC)
            .addModifiers(api.visibility())
            .returns(api.input())
            .addParameter(api.exampleType(), "example");
    if (example.isEmpty()) {
      return of.addStatement(Stub.body(api)).build();
    }
    CodeBlock arguments =
        example.get().features().stream()
            .map(FeaturePlan::component)
            .map(component -> CodeBlock.of("example.$L", component.getter().orElseThrow()))
            .collect(CodeBlock.joining(",\n"));
    return of.addStatement("return new $T(\n$>$>$L$<$<)", api.input(), arguments).build();
  }
}
