package dev.espalier.processor.plan;

import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Node.HeadCode;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.read.ModelDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a model once names are resolved, sharing is expanded and shapes are inferred.
 * Writers read this and nothing else.
 *
 * @param declaration the type with the annotations: the example's own, or a variant
 * @param example what an example holds
 * @param nodes in topological order, the heads among them
 * @param sharing the sharing scheme, in words
 * @param learnt what the scheme learns that can be looked at
 * @param optimizer the call of the optimizer's factory
 * @param balancing the call of the balancing method's factory, if an annotation says one
 */
public record ModelPlan(
    ModelDeclaration declaration,
    ExamplePlan example,
    List<Node> nodes,
    String sharing,
    List<LearntTable> learnt,
    Operation optimizer,
    Optional<Operation> balancing) {

  /** The node of each task, in the order of the tasks. */
  public List<Node> heads() {
    List<Node> heads = new ArrayList<>();
    for (TaskPlan task : example.tasks()) {
      nodes.stream()
          .filter(node -> node.code() instanceof HeadCode head && head.task().equals(task))
          .forEach(heads::add);
    }
    return heads;
  }

  /** The tasks, by index, whose loss each node reaches, by walking back from each head. */
  public Map<Node, Set<Integer>> reach() {
    Map<Node, Set<Integer>> reached = new LinkedHashMap<>();
    List<Node> heads = heads();
    for (int task = 0; task < heads.size(); task++) {
      Deque<Node> open = new ArrayDeque<>(List.of(heads.get(task)));
      while (!open.isEmpty()) {
        Node node = open.pop();
        if (reached.computeIfAbsent(node, key -> new TreeSet<>()).add(task)) {
          node.inputs().forEach(open::push);
        }
      }
    }
    return reached;
  }

  /** Every parameter once, in the order of the nodes, with the tasks that reach it. */
  public Map<Parameter, Set<Integer>> owners() {
    Map<Node, Set<Integer>> reach = reach();
    Map<String, Parameter> byPath = new LinkedHashMap<>();
    Map<String, Set<Integer>> tasks = new LinkedHashMap<>();
    for (Node node : nodes) {
      for (Parameter parameter : node.parameters()) {
        byPath.putIfAbsent(parameter.path(), parameter);
        tasks.computeIfAbsent(parameter.path(), key -> new TreeSet<>()).addAll(reach.get(node));
      }
    }
    Map<Parameter, Set<Integer>> owners = new LinkedHashMap<>();
    byPath.forEach((path, parameter) -> owners.put(parameter, tasks.get(path)));
    return owners;
  }

  /**
   * The representation: shared values that something takes which fewer tasks reach, as far as
   * anything is learnt behind them. Every shared gradient passes through them.
   */
  public List<Node> boundary() {
    Map<Node, Set<Integer>> reach = reach();
    Set<Node> learning = new LinkedHashSet<>();
    Set<Node> boundary = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (!node.parameters().isEmpty() || node.inputs().stream().anyMatch(learning::contains)) {
        learning.add(node);
      }
      for (Node input : node.inputs()) {
        boolean isLast = reach.get(node).size() < reach.get(input).size();
        if (reach.get(input).size() > 1 && isLast && learning.contains(input)) {
          boundary.add(input);
        }
      }
    }
    return List.copyOf(boundary);
  }

  /** The paths of shared parameters from which no other shared parameter leads on to a task. */
  public Set<String> lastShared() {
    Map<Node, Set<Integer>> reach = reach();
    Set<Node> followed = new LinkedHashSet<>();
    Set<String> last = new LinkedHashSet<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      boolean learnsShared = reach.get(node).size() > 1 && !node.parameters().isEmpty();
      if (learnsShared && !followed.contains(node)) {
        node.parameters().forEach(parameter -> last.add(parameter.path()));
      }
      if (learnsShared || followed.contains(node)) {
        followed.addAll(node.inputs());
      }
    }
    return last;
  }

  /** The features that a task's prediction needs, by index. */
  public List<Integer> neededFeatures(int task) {
    Set<Integer> needed = new TreeSet<>();
    reach()
        .forEach(
            (node, tasks) -> {
              if (tasks.contains(task) && node.code() instanceof FeaturesCode features) {
                features.names().forEach(name -> needed.add(example.featureIndex(name)));
              }
            });
    return List.copyOf(needed);
  }

  /** The other tasks that a task's prediction needs, by index. */
  public List<Integer> neededTasks(int task) {
    Set<Integer> needed = new TreeSet<>();
    reach()
        .forEach(
            (node, tasks) -> {
              if (tasks.contains(task) && node.code() instanceof HeadCode head) {
                needed.add(example.taskIndex(head.task().name()));
              }
            });
    needed.remove(task);
    return List.copyOf(needed);
  }
}
