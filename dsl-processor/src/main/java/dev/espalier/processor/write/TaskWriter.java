package dev.espalier.processor.write;

import com.palantir.javapoet.TypeSpec;

/** Writes {@code CensusTask}: the tasks as constants. */
final class TaskWriter {
  private TaskWriter() {}

  static TypeSpec.Builder write(Api api) {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(api.task().simpleName())
            .addModifiers(api.visibility())
            .addJavadoc("The tasks of {@code $L}, spelt as its labels.\n", api.exampleName())
            .addSuperinterface(RuntimeTypes.TASK_KEY);
    api.tasks().forEach(type::addEnumConstant);
    return type;
  }
}
