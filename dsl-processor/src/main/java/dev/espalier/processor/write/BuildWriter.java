package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.FeaturesCode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes the {@code build} method: one statement for each layer, shapes as trailing comments. */
final class BuildWriter {
  private final ModelPlan plan;
  private final StaticImports imports = new StaticImports();
  private final NetworkMethods networks;
  private final Sections sections;

  BuildWriter(ModelPlan plan) {
    this.plan = plan;
    this.networks = new NetworkMethods(plan, imports);
    this.sections = new Sections(plan);
  }

  /** The static imports that the code needs, as {@code DenseLayers.dense}. */
  Set<String> imports() {
    return imports.all();
  }

  /** The methods of networks that are used more than once. */
  List<MethodSpec> networks() {
    return networks.methods();
  }

  MethodSpec build() {
    Statements statements =
        new Statements(new Locals(Set.of("g"), ""), CodeBlock.of(""), "", imports);
    CodeBlock.Builder code = CodeBlock.builder();
    String section = "";
    for (Node node : featuresFirst()) {
      CodeBlock statement = networks.statement(node, "", statements);
      if (statement.isEmpty()) {
        continue;
      }
      String next = sections.of(node);
      if (!next.equals(section)) {
        code.add(section.isEmpty() ? "" : "\n").add("// $L\n", next);
        section = next;
      }
      code.add(statement);
    }
    CodeBlock heads = plan.heads().stream().map(statements::use).collect(CodeBlock.joining(",$W"));
    code.add("\nreturn new $T($T.of($L));\n", RuntimeTypes.MODEL_GRAPH, List.class, heads);
    return GraphWriter.override("build", RuntimeTypes.MODEL_GRAPH)
        .addParameter(RuntimeTypes.GRAPH_BUILDER, "g")
        .addCode(code.build())
        .build();
  }

  /** Features need nothing: they stand together. */
  private List<Node> featuresFirst() {
    return plan.nodes().stream()
        .sorted(Comparator.comparing(node -> !(node.code() instanceof FeaturesCode)))
        .toList();
  }
}
