package dev.espalier.benchmarks;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class SourceFile extends SimpleJavaFileObject {
  private final String text;

  /** A class by its qualified name, and its source. */
  SourceFile(String className, String text) {
    super(
        URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension),
        Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
