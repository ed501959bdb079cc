package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.nio.file.Path;
import javax.lang.model.element.Modifier;

/** Writes {@code CensusPredictor}: a saved model, for prediction. */
final class PredictorWriter {
  private PredictorWriter() {}

  static TypeSpec.Builder write(Api api) {
    return TypeSpec.classBuilder(api.predictor().simpleName())
        .addModifiers(api.visibility())
        .addModifiers(Modifier.FINAL)
        .addJavadoc(
            "Predicts with a saved model of {@code $L} or of any variant of it; thread-safe.\n",
            api.exampleName())
        .superclass(
            ParameterizedTypeName.get(
                RuntimeTypes.PREDICTOR, api.exampleType(), api.input(), api.prediction()))
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Path.class, "file")
                .addStatement("super($T.codec(), file)", api.data())
                .build())
        .addMethod(
            MethodSpec.methodBuilder("load")
                .addModifiers(api.visibility())
                .addModifiers(Modifier.STATIC)
                .addJavadoc("Loads a model that a trainer saved.\n")
                .returns(api.predictor())
                .addParameter(Path.class, "file")
                .addStatement(CodeBlock.of("return new $T(file)", api.predictor()))
                .build());
  }
}
