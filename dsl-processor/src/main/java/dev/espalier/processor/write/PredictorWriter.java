package dev.espalier.processor.write;

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
                .addParameter(RuntimeTypes.COMBINATION, "combination")
                .addParameter(Path[].class, "files")
                .varargs()
                .addStatement("super($T.codec(), combination, files)", api.data())
                .build())
        .addMethod(
            of(api, "load", "AVERAGED", "file")
                .addJavadoc("Loads a model that a trainer saved.\n")
                .addParameter(Path.class, "file")
                .build())
        .addMethod(
            of(api, "ensemble", "AVERAGED", "files")
                .addJavadoc(
                    """
                    Loads several models, of {@code $L} and its variants, whose probabilities and values
                    are averaged; of classes of tokens and pixels the most frequent one is predicted.
                    """,
                    api.exampleName())
                .addParameter(Path[].class, "files")
                .varargs()
                .build())
        .addMethod(
            of(api, "vote", "VOTED", "files")
                .addJavadoc(
                    """
                    Loads several models that vote: a probability is the part of them that say so.
                    Values are averaged.
                    """)
                .addParameter(Path[].class, "files")
                .varargs()
                .build());
  }

  private static MethodSpec.Builder of(Api api, String name, String combination, String files) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(api.visibility())
        .addModifiers(Modifier.STATIC)
        .returns(api.predictor())
        .addStatement(
            "return new $T($T.$L, $L)",
            api.predictor(),
            RuntimeTypes.COMBINATION,
            combination,
            files);
  }
}
