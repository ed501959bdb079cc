package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.espalier.processor.plan.ModelPlan;
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
import java.util.Set;
import java.util.TreeSet;

/** Writes the {@code build} method: one statement for each layer, shapes as trailing comments. */
final class BuildWriter {
  private final ModelPlan plan;
  private final Locals locals = new Locals(Set.of("g"));
  private final Set<String> imports = new TreeSet<>();

  BuildWriter(ModelPlan plan) {
    this.plan = plan;
  }

  /** The static imports that the code needs, as {@code DenseLayers.dense}. */
  Set<String> imports() {
    return imports;
  }

  /** The methods of networks that are used more than once. */
  List<MethodSpec> networks() {
    return List.of();
  }

  MethodSpec build() {
    CodeBlock.Builder code = CodeBlock.builder();
    String section = "";
    for (Node node : plan.nodes()) {
      if (isStatement(node)) {
        String next = section(node);
        if (!next.equals(section)) {
          code.add(section.isEmpty() ? "" : "\n").add("// $L\n", next);
          section = next;
        }
        statement(code, node);
      }
    }
    CodeBlock heads =
        plan.heads().stream()
            .map(head -> CodeBlock.of("$L", locals.of(head)))
            .collect(CodeBlock.joining(", "));
    code.add("\nreturn new $T($T.of($L));\n", RuntimeTypes.MODEL_GRAPH, List.class, heads);
    return GraphWriter.override("build", RuntimeTypes.MODEL_GRAPH)
        .addParameter(RuntimeTypes.GRAPH_BUILDER, "g")
        .addCode(code.build())
        .build();
  }

  /** Joined values and predictions stand where they are used. */
  private static boolean isStatement(Node node) {
    return !(node.code() instanceof JoinCode || node.code() instanceof PredictionCode);
  }

  private static String section(Node node) {
    if (node.code() instanceof FeaturesCode) {
      return "Features";
    }
    String[] parts = node.path().split("\\.");
    if (parts[0].equals("tasks")) {
      return "Task " + parts[1];
    }
    return parts[0].startsWith("trunk-")
        ? "Trunk of " + parts[0].substring("trunk-".length())
        : "Trunk";
  }

  private void statement(CodeBlock.Builder code, Node node) {
    if (node.code() instanceof HeadCode head) {
      code.add("var $L = $L;\n", locals.of(node), head(node, head.task()));
    } else {
      code.add("var $L = $L; // $L\n", locals.of(node), value(node), node.shape());
    }
  }

  private CodeBlock value(Node node) {
    if (node.code() instanceof FeaturesCode features) {
      return CodeBlock.of("g.features($S,$W$L)", features.tables(), texts(features.names()));
    }
    if (node.code() instanceof AliasCode) {
      return layer(node, use(node.inputs().get(0)));
    }
    return layer(node, line(node, ((LineCode) node.code()).operations()));
  }

  private static CodeBlock texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(",$W"));
  }

  private static CodeBlock layer(Node node, CodeBlock value) {
    return CodeBlock.of("g.layer($S, $L)", node.path(), value);
  }

  /** Calls inside each other, the first on the inputs. */
  private CodeBlock line(Node node, List<Operation> operations) {
    CodeBlock value = arguments(node, operations);
    for (Operation operation : operations) {
      value = call(operation, node.path(), value);
    }
    return value;
  }

  /** A layer that does nothing here passes its first input on. */
  private CodeBlock arguments(Node node, List<Operation> operations) {
    boolean likeSecond = operations.isEmpty() || operations.get(0).type().equals("Shortcuts");
    List<Node> inputs = likeSecond ? node.inputs().subList(0, 1) : node.inputs();
    return inputs.stream().map(this::use).collect(CodeBlock.joining(", "));
  }

  private CodeBlock call(Operation operation, String path, CodeBlock value) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("g")));
    if (operation.withPath()) {
      arguments.add(CodeBlock.of("$S", path));
    }
    arguments.add(value);
    operation.settings().forEach(each -> arguments.add(CodeBlock.of("$L", Literal.of(each))));
    return CodeBlock.of(
        "$L($L)", method(operation), arguments.stream().collect(CodeBlock.joining(", ")));
  }

  private String method(Operation operation) {
    imports.add(operation.type() + "." + operation.method());
    return operation.method();
  }

  /** A value where it is taken. */
  private CodeBlock use(Node node) {
    if (node.code() instanceof JoinCode) {
      imports.add("Merges.concat");
      return CodeBlock.of(
          "concat(g, $L)", node.inputs().stream().map(this::use).collect(CodeBlock.joining(", ")));
    }
    if (node.code() instanceof PredictionCode) {
      return CodeBlock.of("$L.prediction()", locals.of(node.inputs().get(0)));
    }
    return CodeBlock.of("$L", locals.of(node));
  }

  private CodeBlock head(Node node, TaskPlan task) {
    String method = task.given().isPresent() ? "given" : task.head();
    imports.add("Heads." + method);
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("g"));
    arguments.add(CodeBlock.of("$S", task.name()));
    node.inputs().forEach(input -> arguments.add(use(input)));
    CodeBlock settings =
        task.loss().settings().stream()
            .map(each -> CodeBlock.of("$L", Literal.of(each)))
            .collect(CodeBlock.joining(", "));
    arguments.add(CodeBlock.of("$L($L)", method(task.loss()), settings));
    return CodeBlock.of("$L($L)", method, arguments.stream().collect(CodeBlock.joining(", ")));
  }
}
