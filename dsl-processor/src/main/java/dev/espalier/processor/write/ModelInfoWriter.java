package dev.espalier.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.espalier.processor.plan.ModelPlan;
import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.LineCode;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.plan.Node.State;
import dev.espalier.processor.plan.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the constant that says what of a model is not code. */
final class ModelInfoWriter {
  private static final ClassName INFO = RuntimeTypes.MODEL_INFO;
  private static final ClassName PARAMETER = INFO.nestedClass("Parameter");
  private static final ClassName STATE = INFO.nestedClass("State");
  private static final ClassName TEXT = ClassName.get(String.class);

  private ModelInfoWriter() {}

  /** The constant's value; long lists of it are made by methods that are added to the lists. */
  static CodeBlock write(ModelPlan plan, LongLists lists) {
    return CodeBlock.of(
        "new $T(\n$>$>$L,\n$S,\n$S,\n$S,\n$L,\n$L,\n$L,\n$L,\n$L$<$<)",
        INFO,
        CONTRACT,
        plan.declaration().simpleName(),
        plan.sharing(),
        Hash.of(plan),
        lists.list("parameters", PARAMETER, parameters(plan)),
        lists.list("states", STATE, states(plan)),
        lists.list("layers", TEXT, texts(layers(plan))),
        lists.list("needs", INFO.nestedClass("Needs"), needs(plan)),
        lists.list("boundary", TEXT, texts(plan.boundary().stream().map(Node::path).toList())));
  }

  /** The version of the contract that this processor writes for; the runtime compares. */
  private static final int CONTRACT = 1;

  private static List<CodeBlock> parameters(ModelPlan plan) {
    Set<String> lastShared = plan.lastShared();
    List<CodeBlock> entries = new ArrayList<>();
    for (Map.Entry<Parameter, Set<Integer>> entry : plan.owners().entrySet()) {
      CodeBlock.Builder line = CodeBlock.builder();
      line.add(parameter(entry.getKey(), entry.getValue()));
      line.add(settings(entry.getKey()));
      if (entry.getValue().size() > 1 && lastShared.contains(entry.getKey().path())) {
        line.add("$Z.asLastShared()");
      }
      entries.add(line.build());
    }
    return entries;
  }

  private static CodeBlock parameter(Parameter parameter, Set<Integer> tasks) {
    List<Integer> dims = parameter.weight().shape().dims();
    if (parameter.table().isPresent()) {
      return CodeBlock.of(
          "$T.table($S,$W$S,$W$S,$W$T.$L,$W$L,$W$L,$W$L)",
          PARAMETER,
          parameter.path(),
          parameter.address(),
          parameter.table().get().name(),
          RuntimeTypes.dsl("Initializer"),
          parameter.weight().initializer().orElseThrow(),
          dims.get(0),
          dims.get(1),
          joined(tasks));
    }
    CodeBlock start =
        parameter
            .weight()
            .initializer()
            .map(each -> CodeBlock.of("$T.$L", RuntimeTypes.dsl("Initializer"), each))
            .orElseGet(() -> CodeBlock.of("$L", Literal.of(parameter.weight().start())));
    return CodeBlock.of(
        "$T.$L($S,$W$S,$W$L,$Wnew int[] {$L},$W$L)",
        PARAMETER,
        parameter.weight().initializer().isPresent() ? "kernel" : "constant",
        parameter.path(),
        parameter.address(),
        start,
        joined(dims),
        joined(tasks));
  }

  /** Regularization is for what starts at random: kernels and tables. */
  private static CodeBlock settings(Parameter parameter) {
    Modifiers settings = parameter.settings();
    CodeBlock.Builder code = CodeBlock.builder();
    Weight weight = parameter.weight();
    if (weight.startsByFans() && parameter.table().isEmpty() && weight.start() != 1) {
      code.add("$Z.startingTimes($L)", Literal.of(weight.start()));
    }
    boolean regularized = settings.l1() > 0 || settings.l2() > 0;
    if (regularized && weight.initializer().isPresent()) {
      code.add("$Z.regularized($L, $L)", Literal.of(settings.l1()), Literal.of(settings.l2()));
    }
    if (settings.frozen()) {
      code.add("$Z.asFrozen()");
    }
    if (settings.rateScale() != 1) {
      code.add("$Z.scaledBy($L)", Literal.of(settings.rateScale()));
    }
    return code.build();
  }

  private static List<CodeBlock> states(ModelPlan plan) {
    Map<Node, Set<Integer>> reach = plan.reach();
    List<CodeBlock> entries = new ArrayList<>();
    for (Node node : plan.nodes()) {
      for (State state : node.states()) {
        entries.add(
            CodeBlock.of(
                "new $T($S,$W$S,$W$L,$W$L,$Wnew int[] {$L},$W$L)",
                STATE,
                state.path(),
                node.address() + "." + state.statistic().name(),
                Literal.of(state.statistic().start()),
                state.frozen(),
                joined(state.statistic().shape().dims()),
                joined(reach.get(node))));
      }
    }
    return entries;
  }

  /** The paths that can be looked at: every line that has a name. */
  static List<String> layers(ModelPlan plan) {
    return plan.nodes().stream()
        .filter(node -> node.code() instanceof LineCode || node.code() instanceof Node.AliasCode)
        .map(Node::path)
        .toList();
  }

  private static List<CodeBlock> needs(ModelPlan plan) {
    List<CodeBlock> entries = new ArrayList<>();
    for (int task = 0; task < plan.example().tasks().size(); task++) {
      entries.add(
          CodeBlock.of(
              "new $T(new int[] {$L},$Wnew int[] {$L})",
              INFO.nestedClass("Needs"),
              joined(plan.neededFeatures(task)),
              joined(plan.neededTasks(task))));
    }
    return entries;
  }

  private static List<CodeBlock> texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).toList();
  }

  private static CodeBlock joined(Collection<Integer> numbers) {
    return numbers.stream()
        .map(number -> CodeBlock.of("$L", number))
        .collect(CodeBlock.joining(",$W"));
  }
}
