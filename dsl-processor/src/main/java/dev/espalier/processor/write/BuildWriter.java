package dev.espalier.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.FeaturesCode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    CodeBlock.Builder code = CodeBlock.builder();
    Map<String, String> builders = builders(code);
    Set<String> taken = new LinkedHashSet<>(builders.values());
    taken.add("g");
    Statements statements =
        new Statements(new Locals(taken, ""), builders, CodeBlock.of(""), "", imports);
    String section = "";
    for (Node node : featuresFirst()) {
      CodeBlock statement = networks.statement(node, "", statements);
      if (statement.isEmpty()) {
        continue;
      }
      String next = sections.of(node);
      if (!next.equals(section)) {
        code.add(code.isEmpty() ? "" : "\n").add("// $L\n", next);
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

  /** Declares what builds values of the rows that have what a stem takes. */
  private Map<String, String> builders(CodeBlock.Builder code) {
    Map<String, String> builders = new LinkedHashMap<>();
    plan.rows()
        .forEach(
            (stem, features) -> {
              CodeBlock names =
                  features.stream()
                      .map(name -> CodeBlock.of("$S", name))
                      .collect(CodeBlock.joining(",$W"));
              code.add(builders.isEmpty() ? "// Rows that have what stems take\n" : "");
              code.add("var $LRows = g.withRows($L);\n", stem, names);
              builders.put(stem, stem + "Rows");
            });
    return builders;
  }

  /** Features need nothing: they stand together. */
  private List<Node> featuresFirst() {
    return plan.nodes().stream()
        .sorted(Comparator.comparing(node -> !(node.code() instanceof FeaturesCode)))
        .toList();
  }
}
