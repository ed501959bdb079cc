package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.TaskPlan;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.IntStream;

/** Writes the constant that says what an example holds. */
final class InfoWriter {
  private static final ClassName INFO = RuntimeTypes.EXAMPLE_INFO;
  private static final ClassName ENCODING = INFO.nestedClass("Encoding");
  private static final ClassName ROWS = INFO.nestedClass("Rows");
  private static final ClassName KIND = INFO.nestedClass("Kind");

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
    return CodeBlock.of(
        "new $T($S,$W$L)",
        INFO.nestedClass("Feature"),
        feature.name(),
        encoding(feature.encoding()));
  }

  private static CodeBlock encoding(Encoding encoding) {
    if (encoding instanceof Encoding.Number number) {
      return CodeBlock.of(
          "new $T($L,$W$T.$L,$W$T.$L,$W$L,$W$L,$W$L)",
          ENCODING.nestedClass("Number"),
          number.length(),
          RuntimeTypes.dsl("Normalize"),
          number.normalize(),
          RuntimeTypes.dsl("Missing"),
          number.missing(),
          Literal.of((float) number.fill()),
          number.indicator(),
          Literal.of(number.clip()));
    }
    if (encoding instanceof Encoding.Bag bag) {
      return CodeBlock.of(
          "new $T($S, $T.$L)",
          ENCODING.nestedClass("Bag"),
          bag.table().name(),
          RuntimeTypes.dsl("Pooling"),
          bag.pooling());
    }
    Table table = ((Encoding.Category) encoding).table();
    return CodeBlock.of("new $T($S)", ENCODING.nestedClass("Category"), table.name());
  }

  private static CodeBlock table(Table table) {
    return CodeBlock.of(
        "new $T($S,$W$L,$W$L,$W$T.$L)",
        INFO.nestedClass("Table"),
        table.name(),
        rows(table.rows()),
        table.dimension(),
        RuntimeTypes.dsl("Unknown"),
        table.unknown());
  }

  private static CodeBlock rows(Table.Rows rows) {
    if (rows instanceof Table.Rows.Constants constants) {
      return CodeBlock.of("new $T($L)", ROWS.nestedClass("Constants"), texts(constants.names()));
    }
    if (rows instanceof Table.Rows.Ids ids) {
      return CodeBlock.of("new $T($L)", ROWS.nestedClass("Ids"), ids.size());
    }
    if (rows instanceof Table.Rows.Hashed hashed) {
      return CodeBlock.of("new $T($L)", ROWS.nestedClass("Hashed"), hashed.buckets());
    }
    return CodeBlock.of(
        "new $T($L)", ROWS.nestedClass("Learnt"), ((Table.Rows.Learnt) rows).atMost());
  }

  private static CodeBlock task(TaskPlan task) {
    return CodeBlock.of(
        "new $T($S,$W$L,$W$L)$L",
        INFO.nestedClass("Task"),
        task.name(),
        kind(task.kind()),
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

  private static CodeBlock kind(Kind kind) {
    if (kind instanceof Kind.MultiClass classes) {
      return CodeBlock.of("new $T($L)", KIND.nestedClass("MultiClass"), texts(classes.classes()));
    }
    if (kind instanceof Kind.MultiLabel labels) {
      return CodeBlock.of("new $T($L)", KIND.nestedClass("MultiLabel"), texts(labels.labels()));
    }
    if (kind instanceof Kind.Regression regression) {
      return CodeBlock.of(
          "new $T($L, $L)",
          KIND.nestedClass("Regression"),
          regression.length(),
          regression.standardize());
    }
    return CodeBlock.of("new $T()", KIND.nestedClass("Binary"));
  }

  /** Numbers are counted where writing each would fill the method that all constants share. */
  private static CodeBlock texts(List<String> texts) {
    boolean numbers =
        texts.size() > MOST_WRITTEN
            && IntStream.range(0, texts.size())
                .allMatch(i -> texts.get(i).equals(Integer.toString(i)));
    if (numbers) {
      return CodeBlock.of(
          "$T.range(0, $L).mapToObj($T::toString).toList()",
          IntStream.class,
          texts.size(),
          Integer.class);
    }
    return CodeBlock.of(
        "$T.of($L)",
        List.class,
        texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(",$W")));
  }
}
