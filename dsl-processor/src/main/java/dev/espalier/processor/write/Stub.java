package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;

/** What stands in generated methods of a model with mistakes, so that only these are reported. */
final class Stub {
  private Stub() {}

  static CodeBlock body(Api api) {
    return CodeBlock.of(
        "throw new $T($S)",
        IllegalStateException.class,
        api.modelName() + " has mistakes: see the messages of its compilation");
  }
}
