package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.espalier.processor.plan.Applications;
import dev.espalier.processor.plan.Call;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.LineCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/**
 * The networks that a model uses more than once in the same way: one method each, as one would
 * write by hand. Uses whose text differs, as the first of a chain of blocks may, stand in their
 * place.
 */
final class NetworkMethods {
  private static final TypeName OPERAND =
      ParameterizedTypeName.get(
          ClassName.get("org.tensorflow", "Operand"),
          ClassName.get("org.tensorflow.types", "TFloat32"));

  /** A use of a network that can be a method call: all of it leads to one value. */
  private record Use(Call call, List<Node> body, List<Node> inputs, Node output) {}

  private final ModelPlan plan;
  private final StaticImports imports;
  private final Map<String, Use> folded = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  NetworkMethods(ModelPlan plan, StaticImports imports) {
    this.plan = plan;
    this.imports = imports;
    // All imports are known before methods get names: a method hides an import of its name.
    Statements all =
        new Statements(new Locals(Set.of(), ""), Map.of(), CodeBlock.of(""), "", imports);
    plan.nodes().forEach(all::statement);
    byHeight().forEach(this::fold);
  }

  List<MethodSpec> methods() {
    return methods;
  }

  /**
   * A node as a statement inside a network's path, or in {@code build} for the empty path: the call
   * of a method where the node is its result, nothing where it is inside.
   */
  CodeBlock statement(Node node, String within, Statements statements) {
    for (Use use : folded.values()) {
      String path = use.call().path();
      boolean outermost =
          isInside(path, within) && use.body().contains(node) && !isHidden(path, within);
      if (outermost) {
        return node.equals(use.output())
            ? statements.call(node, names.get(path), path, use.inputs())
            : CodeBlock.of("");
      }
    }
    return statements.statement(node);
  }

  /** Whether another method, itself inside {@code within}, is around the path. */
  private boolean isHidden(String path, String within) {
    return folded.keySet().stream()
        .anyMatch(
            other ->
                isInside(path, other)
                    && !other.equals(path)
                    && isInside(other, within)
                    && !other.equals(within));
  }

  private static boolean isInside(String path, String around) {
    return around.isEmpty() || path.startsWith(around + ".");
  }

  // ---- Which uses -------------------------------------------------------------------------------

  /** The uses of each network, those first that contain no others. */
  private List<List<Use>> byHeight() {
    Map<String, List<Use>> byNetwork = new LinkedHashMap<>();
    for (Call call : calls()) {
      use(call)
          .ifPresent(
              use -> byNetwork.computeIfAbsent(call.key(), key -> new ArrayList<>()).add(use));
    }
    return byNetwork.values().stream()
        .filter(uses -> uses.size() > 1)
        .sorted(Comparator.comparingInt(uses -> height(uses.get(0).call())))
        .toList();
  }

  private Set<Call> calls() {
    Set<Call> calls = new LinkedHashSet<>();
    plan.nodes().forEach(node -> node.call().ifPresent(calls::add));
    return calls;
  }

  private int height(Call call) {
    return (int) calls().stream().filter(other -> isInside(other.path(), call.path())).count();
  }

  private Optional<Use> use(Call call) {
    List<Node> body =
        plan.nodes().stream()
            .filter(node -> node.call().isPresent())
            .filter(
                node ->
                    node.call().get().path().equals(call.path())
                        || isInside(node.call().get().path(), call.path()))
            .toList();
    Set<Node> inputs = new LinkedHashSet<>();
    body.forEach(node -> inputs.addAll(node.inputs()));
    inputs.removeAll(body);
    List<Node> outputs = body.stream().filter(node -> isTakenOutside(node, body)).toList();
    long lines = body.stream().filter(node -> node.code() instanceof LineCode).count();
    boolean plain = inputs.stream().noneMatch(node -> node.code() instanceof Node.HeadCode);
    return outputs.size() == 1 && lines > 1 && plain
        ? Optional.of(new Use(call, body, List.copyOf(inputs), outputs.get(0)))
        : Optional.empty();
  }

  private boolean isTakenOutside(Node node, List<Node> body) {
    return plan.nodes().stream()
        .anyMatch(other -> !body.contains(other) && other.inputs().contains(node));
  }

  // ---- Methods ----------------------------------------------------------------------------------

  private void fold(List<Use> uses) {
    Map<String, List<Use>> byText = new LinkedHashMap<>();
    for (Use use : uses) {
      byText.computeIfAbsent(body(use).toString(), key -> new ArrayList<>()).add(use);
    }
    for (List<Use> equal : byText.values()) {
      if (equal.size() > 1) {
        MethodSpec method = method(equal.get(0), name(equal.get(0).call()));
        methods.add(method);
        for (Use use : equal) {
          folded.put(use.call().path(), use);
          names.put(use.call().path(), method.name());
        }
      }
    }
  }

  private String name(Call call) {
    String simple = call.network();
    String plain = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    Set<String> taken =
        new LinkedHashSet<>(Set.of("build", "info", "codec", "optimizer", "sharing"));
    methods.forEach(method -> taken.add(method.name()));
    String name = plain;
    for (int i = 2; isTaken(name, taken); i++) {
      name = plain + i;
    }
    return name;
  }

  private boolean isTaken(String name, Set<String> taken) {
    return taken.contains(name) || imports.has(name) || !SourceVersion.isName(name);
  }

  private MethodSpec method(Use use, String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                Applications.weights(use.call().path()).equals(use.call().path())
                    ? "{@code $L}, with weights of its own for each path.\n"
                    : "{@code $L}, with one set of weights for paths that differ after the {@code @}.\n",
                use.call().network())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(OPERAND)
            .addParameter(RuntimeTypes.GRAPH_BUILDER, "g")
            .addParameter(String.class, "path");
    Locals locals = locals(use);
    use.inputs().forEach(input -> method.addParameter(OPERAND, locals.of(input)));
    return method.addCode(body(use)).build();
  }

  private static Locals locals(Use use) {
    Locals locals = new Locals(Set.of("g", "path"), use.call().path() + ".");
    for (int i = 0; i < use.inputs().size(); i++) {
      locals.name(use.inputs().get(i), input(use.inputs().get(i), i));
    }
    return locals;
  }

  /** What flows in first is {@code in}, unless it is a feature; others have their own names. */
  private static String input(Node node, int index) {
    String own = node.path().substring(node.path().lastIndexOf('.') + 1);
    boolean isFeature = node.path().startsWith("features") && node.path().contains(".");
    boolean isNamed = SourceVersion.isName(own) && !own.equals("features");
    return isNamed && (index > 0 || isFeature) ? own : "in";
  }

  private CodeBlock body(Use use) {
    String path = use.call().path();
    Statements statements =
        new Statements(locals(use), Map.of(), CodeBlock.of("path"), path, imports);
    CodeBlock.Builder code = CodeBlock.builder();
    use.body().forEach(node -> code.add(statement(node, path, statements)));
    return code.add("return $L;\n", statements.use(use.output())).build();
  }
}
