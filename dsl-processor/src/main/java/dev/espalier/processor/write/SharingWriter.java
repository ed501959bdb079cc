package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.espalier.processor.plan.LearntTable;
import dev.espalier.processor.plan.ModelPlan;
import java.util.List;
import java.util.Optional;

/** Writes what can be looked at of a sharing scheme; nothing where it learns nothing of its own. */
final class SharingWriter {
  private SharingWriter() {}

  static Optional<MethodSpec> write(ModelPlan plan) {
    if (plan.learnt().isEmpty()) {
      return Optional.empty();
    }
    CodeBlock tables =
        plan.learnt().stream().map(SharingWriter::table).collect(CodeBlock.joining(",\n"));
    return Optional.of(
        GraphWriter.override(
                "sharing",
                ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.SHARING_INFO))
            .addCode("return $T.of(\n$>$>$L);\n$<$<", List.class, tables)
            .build());
  }

  private static CodeBlock table(LearntTable table) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.$L($S, $L)", RuntimeTypes.SHARING_INFO, table.kind(), table.name(), texts(table));
    code.add("$>$>");
    for (LearntTable.Row row : table.rows()) {
      CodeBlock columns =
          row.columns().stream()
              .map(column -> CodeBlock.of("$L", column))
              .collect(CodeBlock.joining(", "));
      code.add("\n.row($S, $S, $L)", row.name(), row.path(), columns);
    }
    return code.add("$<$<").build();
  }

  private static CodeBlock texts(LearntTable table) {
    return CodeBlock.of(
        "$T.of($L)",
        List.class,
        table.columns().stream()
            .map(column -> CodeBlock.of("$S", column))
            .collect(CodeBlock.joining(",$W")));
  }
}
