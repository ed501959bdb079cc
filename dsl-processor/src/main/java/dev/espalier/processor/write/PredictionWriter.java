package dev.espalier.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;

/** Writes {@code CensusPrediction}: one typed component for each task. */
final class PredictionWriter {
  private PredictionWriter() {}

  static TypeSpec.Builder write(Api api) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Api.Part part : api.predictions()) {
      constructor.addParameter(ParameterSpec.builder(part.type(), part.name()).build());
    }
    String absent = api.mayBeAbsent() ? " Null where features that a task needs were absent." : "";
    return TypeSpec.recordBuilder(api.prediction().simpleName())
        .addModifiers(api.visibility())
        .addJavadoc(
            "What is predicted for one {@code $L}: probabilities, and values in the labels' own"
                + " units.$L\n",
            api.exampleName(),
            absent)
        .recordConstructor(constructor.build());
  }
}
