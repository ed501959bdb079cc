package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.espalier.processor.plan.Applications;
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.AliasCode;
import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Node.HeadCode;
import dev.espalier.processor.plan.Node.JoinCode;
import dev.espalier.processor.plan.Node.LineCode;
import dev.espalier.processor.plan.Node.PredictionCode;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.TaskPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes nodes as statements of one method. */
final class Statements {
  private static final int SHORT = 86;

  private final Locals locals;
  private final Map<String, String> builders;
  private final CodeBlock base;
  private final String root;
  private final StaticImports imports;

  /**
   * Statements of a method.
   *
   * @param locals the names of its variables
   * @param builders the variable that builds what is behind a task's stem, by the task; all else is
   *     built by {@code g}
   * @param base the variable that holds the path of the network it builds; empty in {@code build}
   * @param root that path where the statements are read from
   */
  Statements(
      Locals locals,
      Map<String, String> builders,
      CodeBlock base,
      String root,
      StaticImports imports) {
    this.locals = locals;
    this.builders = builders;
    this.base = base;
    this.root = root;
    this.imports = imports;
  }

  /** The node as a statement; empty for what stands where it is used. */
  CodeBlock statement(Node node) {
    if (node.code() instanceof JoinCode || node.code() instanceof PredictionCode) {
      return CodeBlock.of("");
    }
    if (node.code() instanceof HeadCode head) {
      return CodeBlock.of("var $L = $L;\n", locals.of(node), head(node, head.task()));
    }
    return CodeBlock.of("var $L = $L; // $L\n", locals.of(node), value(node), node.shape());
  }

  /** The call of a network's method as a statement. */
  CodeBlock call(Node output, String method, String path, List<Node> inputs) {
    return CodeBlock.of(
        "var $L = $L($L,$W$L,$W$L); // $L\n",
        locals.of(output),
        method,
        builder(output),
        path(path),
        uses(inputs, output),
        output.shape());
  }

  /** What builds a node. */
  private String builder(Node node) {
    return Applications.stem(node.path()).map(builders::get).orElse("g");
  }

  /** A value of all rows. */
  CodeBlock use(Node node) {
    CodeBlock value = value(node, builder(node));
    return builder(node).equals("g") ? value : CodeBlock.of("$L.spread($L)", builder(node), value);
  }

  /** A value where another takes it. */
  private CodeBlock use(Node node, Node by) {
    return builder(node).equals(builder(by)) ? value(node, builder(node)) : use(node);
  }

  /** A value as it was made. */
  private CodeBlock value(Node node, String builder) {
    // What is joined outside comes into a method as one value.
    if (node.code() instanceof JoinCode && !locals.has(node)) {
      return CodeBlock.of(
          "$L($L, $L)", imports.method("Merges", "concat"), builder, uses(node.inputs(), node));
    }
    if (node.code() instanceof PredictionCode) {
      return CodeBlock.of("$L.prediction()", locals.of(node.inputs().get(0)));
    }
    return CodeBlock.of("$L", locals.of(node));
  }

  /** Values where another takes them together. */
  private CodeBlock uses(List<Node> nodes, Node by) {
    return wrapped(
        separator ->
            nodes.stream().map(each -> use(each, by)).collect(CodeBlock.joining(separator)));
  }

  /** Code in one line where that is short, else with places to wrap it at. */
  private static CodeBlock wrapped(Function<String, CodeBlock> code) {
    CodeBlock line = code.apply(", ");
    return line.toString().length() <= SHORT ? line : code.apply(",$W");
  }

  /** A path: a text, or what is added to the network's own. */
  private CodeBlock path(String path) {
    if (base.isEmpty()) {
      return CodeBlock.of("$S", path);
    }
    String rest = path.substring(root.length());
    return rest.isEmpty() ? base : CodeBlock.of("$L + $S", base, rest);
  }

  private CodeBlock value(Node node) {
    if (node.code() instanceof FeaturesCode features) {
      CodeBlock names =
          features.names().stream()
              .map(text -> CodeBlock.of("$S", text))
              .collect(CodeBlock.joining(",$W"));
      return CodeBlock.of("$L.features($S,$W$L)", builder(node), features.tables(), names);
    }
    CodeBlock value =
        node.code() instanceof AliasCode
            ? use(node.inputs().get(0), node)
            : line(node, ((LineCode) node.code()).operations());
    return CodeBlock.of("$L.layer($L,$W$L)", builder(node), path(node.path()), value);
  }

  /** Calls inside each other, the first on the inputs. */
  private CodeBlock line(Node node, List<Operation> operations) {
    boolean likeSecond = node.source().equals("Shortcut");
    CodeBlock inputs = uses(likeSecond ? node.inputs().subList(0, 1) : node.inputs(), node);
    return wrapped(
        separator -> {
          CodeBlock value = inputs;
          for (Operation operation : operations) {
            value = call(operation, node, value, separator);
          }
          return value;
        });
  }

  private CodeBlock call(Operation operation, Node node, CodeBlock value, String separator) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$L($L", imports.method(operation), builder(node));
    if (operation.withPath()) {
      code.add(", $L", path(node.path()));
    }
    code.add(separator).add(value);
    if (!operation.mask().isEmpty()) {
      code.add(", $L.mask($S)", builder(node), operation.mask());
    }
    operation.settings().forEach(each -> code.add(", $L", Literal.code(each)));
    return code.add(")").build();
  }

  private CodeBlock head(Node node, TaskPlan task) {
    CodeBlock head = predicted(node, task);
    return task.notAbove()
        .map(
            mark ->
                CodeBlock.of(
                    "$L(g,$W$L,$W$L, $L)",
                    imports.method("Heads", "notAbove"),
                    head,
                    use(node.inputs().get(node.inputs().size() - 1)),
                    Literal.of(mark.number("strength"))))
        .orElse(head);
  }

  private CodeBlock predicted(Node node, TaskPlan task) {
    List<CodeBlock> arguments = new ArrayList<>();
    node.predictedFrom().forEach(input -> arguments.add(use(input, node)));
    task.kind()
        .positions()
        .filter(Kind.Positions::masked)
        .ifPresent(along -> arguments.add(CodeBlock.of("g.mask($S)", along.feature())));
    task.kind().headSettings().forEach(each -> arguments.add(CodeBlock.of("$L", each)));
    CodeBlock settings =
        task.loss().settings().stream()
            .map(each -> CodeBlock.of("$L", Literal.of(each)))
            .collect(CodeBlock.joining(", "));
    arguments.add(CodeBlock.of("$L($L)", imports.method(task.loss()), settings));
    return CodeBlock.of(
        "$L(g, $S, $L)",
        imports.method("Heads", task.given().isPresent() ? "given" : task.head()),
        task.name(),
        arguments.stream().collect(CodeBlock.joining(",$W")));
  }
}
