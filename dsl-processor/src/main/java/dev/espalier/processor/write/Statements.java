package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
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
import java.util.function.Function;

/** Writes nodes as statements of one method. */
final class Statements {
  private static final int SHORT = 86;

  private final Locals locals;
  private final CodeBlock base;
  private final String root;
  private final StaticImports imports;

  /**
   * Statements of a method.
   *
   * @param locals the names of its variables
   * @param base the variable that holds the path of the network it builds; empty in {@code build}
   * @param root that path where the statements are read from
   */
  Statements(Locals locals, CodeBlock base, String root, StaticImports imports) {
    this.locals = locals;
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
        "var $L = $L(g,$W$L,$W$L); // $L\n",
        locals.of(output),
        method,
        path(path),
        uses(inputs),
        output.shape());
  }

  /** A value where it is taken. */
  CodeBlock use(Node node) {
    // What is joined outside comes into a method as one value.
    if (node.code() instanceof JoinCode && !locals.has(node)) {
      return CodeBlock.of("$L(g, $L)", imports.method("Merges", "concat"), uses(node.inputs()));
    }
    if (node.code() instanceof PredictionCode) {
      return CodeBlock.of("$L.prediction()", locals.of(node.inputs().get(0)));
    }
    return CodeBlock.of("$L", locals.of(node));
  }

  /** Values where they are taken together. */
  private CodeBlock uses(List<Node> nodes) {
    return wrapped(
        separator -> nodes.stream().map(this::use).collect(CodeBlock.joining(separator)));
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
      return CodeBlock.of("g.features($S,$W$L)", features.tables(), names);
    }
    CodeBlock value =
        node.code() instanceof AliasCode
            ? use(node.inputs().get(0))
            : line(node, ((LineCode) node.code()).operations());
    return CodeBlock.of("g.layer($L,$W$L)", path(node.path()), value);
  }

  /** Calls inside each other, the first on the inputs. */
  private CodeBlock line(Node node, List<Operation> operations) {
    boolean likeSecond = node.source().equals("Shortcut");
    CodeBlock inputs = uses(likeSecond ? node.inputs().subList(0, 1) : node.inputs());
    return wrapped(
        separator -> {
          CodeBlock value = inputs;
          for (Operation operation : operations) {
            value = call(operation, node.path(), value, separator);
          }
          return value;
        });
  }

  private CodeBlock call(Operation operation, String path, CodeBlock value, String separator) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$L(g", imports.method(operation));
    if (operation.withPath()) {
      code.add(", $L", path(path));
    }
    code.add(separator).add(value);
    if (!operation.mask().isEmpty()) {
      code.add(", g.mask($S)", operation.mask());
    }
    operation.settings().forEach(each -> code.add(", $L", Literal.code(each)));
    return code.add(")").build();
  }

  private CodeBlock head(Node node, TaskPlan task) {
    List<CodeBlock> arguments = new ArrayList<>();
    node.inputs().forEach(input -> arguments.add(use(input)));
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
