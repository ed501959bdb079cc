package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.espalier.processor.plan.Constant;
import dev.espalier.processor.plan.Described;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.TaskPlan;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.IntStream;

/** Writes the constant that says what an example holds. */
final class InfoWriter {
  private static final ClassName INFO = RuntimeTypes.EXAMPLE_INFO;

  private static final int MOST_WRITTEN = 100;

  private InfoWriter() {}

  static CodeBlock write(ExamplePlan example) {
    CodeBlock features = example.features().stream().map(InfoWriter::feature).collect(lines());
    CodeBlock tables = example.tables().stream().map(InfoWriter::table).collect(lines());
    CodeBlock tasks = example.tasks().stream().map(InfoWriter::task).collect(lines());
    return CodeBlock.of(
        "new $T(\n$>$>$S,\n$S,\n$L,\n$L,\n$L$<$<)",
        INFO,
        example.declaration().simpleName(),
        Hash.of(example),
        list(features),
        list(tables),
        list(tasks));
  }

  static CodeBlock list(CodeBlock entries) {
    return entries.isEmpty()
        ? CodeBlock.of("$T.of()", List.class)
        : CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, entries);
  }

  static Collector<CodeBlock, ?, CodeBlock> lines() {
    return CodeBlock.joining(",\n");
  }

  private static CodeBlock feature(FeaturePlan feature) {
    CodeBlock encoding = described(INFO.nestedClass("Encoding"), feature.encoding());
    return feature.augmentations().isEmpty()
        ? CodeBlock.of(
            "new $T($S,$W$L)$L",
            INFO.nestedClass("Feature"),
            feature.name(),
            encoding,
            given(feature))
        : CodeBlock.of(
            "new $T($S,$W$L,$W$L)$L",
            INFO.nestedClass("Feature"),
            feature.name(),
            encoding,
            setting(feature.augmentations()),
            given(feature));
  }

  /** What the encoding leaves open of an example's values. */
  private static String given(FeaturePlan feature) {
    return switch (feature.writing().method()) {
      case "id", "ids" -> ".asIds()";
      case "sentence" -> ".asSentences()";
      default -> "";
    };
  }

  private static CodeBlock table(Table table) {
    return CodeBlock.of(
        "new $T($S,$W$L,$W$L,$W$T.$L)",
        INFO.nestedClass("Table"),
        table.name(),
        described(INFO.nestedClass("Rows"), table.rows()),
        table.dimension(),
        RuntimeTypes.dsl("Unknown"),
        table.unknown());
  }

  private static CodeBlock task(TaskPlan task) {
    return CodeBlock.of(
        "new $T($S,$W$L,$W$L)$L",
        INFO.nestedClass("Task"),
        task.name(),
        described(INFO.nestedClass("Kind"), task.kind()),
        Literal.of(task.weight()),
        changes(task));
  }

  /** What few tasks have is said after the others. */
  private static CodeBlock changes(TaskPlan task) {
    CodeBlock.Builder changes = CodeBlock.builder();
    if (task.resampled()) {
      changes.add(".asResampled()");
    }
    task.domain()
        .ifPresent(domain -> changes.add(".within($T.$L)", INFO.nestedClass("Domain"), domain));
    return changes.build();
  }

  private static CodeBlock described(ClassName among, Described described) {
    return CodeBlock.of(
        "new $T($L)",
        among.nestedClass(described.type()),
        described.settings().stream().map(InfoWriter::setting).collect(CodeBlock.joining(",$W")));
  }

  private static CodeBlock setting(Object setting) {
    if (setting instanceof Constant constant) {
      return CodeBlock.of("$T.$L", RuntimeTypes.dsl(constant.type()), constant.name());
    }
    if (setting instanceof Operation call) {
      return CodeBlock.of(
          "$T.$L($L)",
          RuntimeTypes.augmentation(call.type()),
          call.method(),
          call.settings().stream().map(InfoWriter::setting).collect(CodeBlock.joining(", ")));
    }
    if (setting instanceof List<?> list) {
      return listOf(list);
    }
    return setting instanceof String
        ? CodeBlock.of("$S", setting)
        : CodeBlock.of("$L", Literal.of(setting));
  }

  /** Numbers are counted where writing each would fill the method that all constants share. */
  private static CodeBlock listOf(List<?> entries) {
    boolean numbers =
        entries.size() > MOST_WRITTEN
            && IntStream.range(0, entries.size())
                .allMatch(i -> entries.get(i).equals(Integer.toString(i)));
    if (numbers) {
      return CodeBlock.of(
          "$T.range(0, $L).mapToObj($T::toString).toList()",
          IntStream.class,
          entries.size(),
          Integer.class);
    }
    return CodeBlock.of(
        "$T.of($L)",
        List.class,
        entries.stream().map(InfoWriter::setting).collect(CodeBlock.joining(",$W")));
  }
}
