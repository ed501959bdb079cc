package dev.espalier.runtime.export;

import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelGraph.TaskGraph;
import dev.espalier.runtime.session.NetworkBuilder;
import dev.espalier.runtime.session.VariablePlan;
import dev.espalier.runtime.session.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;

/**
 * A model's network from what clients send to what they read, in a graph of its own.
 *
 * @param definition the graph, of nothing but what signatures, saving and restoring need
 * @param inputs by name, in the order of the example
 * @param signatures by name: one for all tasks, then one for each
 * @param initializer the operation to run before the first prediction, if any
 */
record ExportedGraph(
    GraphDef definition,
    Map<String, RawInput> inputs,
    Map<String, Signature> signatures,
    Optional<String> initializer) {
  /** The name of the signature that clients take who name none. */
  static final String ALL = "serving_default";

  private static final String INITIALIZER = "initialize";

  /**
   * What can be asked for in one call.
   *
   * @param inputs their names
   */
  record Signature(List<String> inputs, List<TaskOutputs.Named> outputs) {}

  /** Builds the graph of a model. */
  static ExportedGraph of(
      Graph graph, GeneratedModel<?, ?, ?> model, VariablePlan plan, Preprocessing learnt) {
    Ops tf = Ops.create(graph);
    ExampleInfo info = learnt.info();
    Variables variables = new Variables(tf, plan);
    RawInputs raw = new RawInputs(tf, learnt);
    List<TaskGraph> tasks =
        model
            .build(NetworkBuilder.prediction(tf.withSubScope("predict"), variables, learnt, raw))
            .tasks();
    SavedVariables.draw(tf, variables);
    Map<String, RawInput> inputs = new LinkedHashMap<>();
    raw.built().forEach((f, input) -> inputs.put(info.features().get(f).name(), input));
    Map<String, Signature> signatures =
        signatures(graph, new TaskOutputs(tf), info.tasks(), tasks, inputs);
    Optional<String> initializer = Optional.empty();
    if (!raw.initializers().isEmpty()) {
      tf.withControlDependencies(raw.initializers()).withName(INITIALIZER).noOp();
      initializer = Optional.of(INITIALIZER);
    }
    Set<String> kept = new LinkedHashSet<>(SavedVariables.operations());
    initializer.ifPresent(kept::add);
    signatures.get(ALL).outputs().forEach(output -> kept.add(output.value().op().name()));
    return new ExportedGraph(Pruning.of(graph.toGraphDef(), kept), inputs, signatures, initializer);
  }

  private static Map<String, Signature> signatures(
      Graph graph,
      TaskOutputs outputs,
      List<Task> tasks,
      List<TaskGraph> graphs,
      Map<String, RawInput> inputs) {
    Map<String, Signature> byTask = new LinkedHashMap<>();
    List<TaskOutputs.Named> all = new ArrayList<>();
    for (int task = 0; task < tasks.size(); task++) {
      List<TaskOutputs.Named> own = outputs.of(tasks.get(task), graphs.get(task).outputs());
      byTask.put(tasks.get(task).name(), signature(graph, inputs, own));
      all.addAll(own);
    }
    Map<String, Signature> signatures = new LinkedHashMap<>();
    signatures.put(ALL, signature(graph, inputs, all));
    signatures.putAll(byTask);
    return signatures;
  }

  /** With the inputs that the outputs depend on. */
  private static Signature signature(
      Graph graph, Map<String, RawInput> inputs, List<TaskOutputs.Named> outputs) {
    Set<Operand<?>> values = new HashSet<>();
    outputs.forEach(output -> values.add(output.value()));
    Set<String> needed =
        graph.subgraphTo(values).stream().map(GraphOperation::name).collect(Collectors.toSet());
    List<String> names =
        inputs.entrySet().stream()
            .filter(input -> needed.contains(input.getValue().placeholder().op().name()))
            .map(Map.Entry::getKey)
            .toList();
    return new Signature(names, outputs);
  }
}
