package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Lists of a constant. What starts the constants of a class is one method of at most 64 KB, so that
 * a long list is made in parts, by methods of their own.
 */
final class LongLists {
  private static final int MOST_ENTRIES = 200;

  private final List<MethodSpec> methods = new ArrayList<>();

  /** A list of entries of a type; where it is long its parts are called by the name. */
  CodeBlock list(String name, TypeName type, List<CodeBlock> entries) {
    if (entries.size() <= MOST_ENTRIES) {
      return InfoWriter.list(entries.stream().collect(InfoWriter.lines()));
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += MOST_ENTRIES) {
      String part = name + parts.size();
      methods.add(
          method(part, type, entries.subList(from, Math.min(entries.size(), from + MOST_ENTRIES))));
      parts.add(CodeBlock.of("$L()", part));
    }
    return CodeBlock.of(
        "$T.of($L)\n.flatMap($T::stream)\n.toList()",
        Stream.class,
        parts.stream().collect(CodeBlock.joining(",$W")),
        List.class);
  }

  private static MethodSpec method(String name, TypeName type, List<CodeBlock> entries) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), type))
        .addStatement("return $L", InfoWriter.list(entries.stream().collect(InfoWriter.lines())))
        .build();
  }

  /** The methods that make parts; none where all lists are short. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }
}
