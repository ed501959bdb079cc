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
import java.util.function.Function;

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
 * @param clipping the call of the factory of what clips gradients, if an annotation says one
 */
public record ModelPlan(
    ModelDeclaration declaration,
    ExamplePlan example,
    List<Node> nodes,
    String sharing,
    List<LearntTable> learnt,
    Operation optimizer,
    Optional<Operation> balancing,
    Optional<Operation> clipping) {

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

  /** The tasks, by index, whose loss reaches each node, by walking back from each head. */
  public Map<Node, Set<Integer>> reach() {
    return reach(Node::inputs);
  }

  /** The tasks, by index, whose predictions are made of each node. */
  private Map<Node, Set<Integer>> predictedFrom() {
    return reach(Node::predictedFrom);
  }

  /** Walks back: a loss may look at more than its task's prediction is made of. */
  private Map<Node, Set<Integer>> reach(Function<Node, List<Node>> ofHead) {
    Map<Node, Set<Integer>> reached = new LinkedHashMap<>();
    List<Node> heads = heads();
    for (int task = 0; task < heads.size(); task++) {
      Node head = heads.get(task);
      reached.computeIfAbsent(head, key -> new TreeSet<>()).add(task);
      Deque<Node> open = new ArrayDeque<>(ofHead.apply(head));
      while (!open.isEmpty()) {
        Node node = open.pop();
        if (reached.computeIfAbsent(node, key -> new TreeSet<>()).add(task)) {
          node.predictedFrom().forEach(open::push);
        }
      }
    }
    return reached;
  }

  /** Every parameter once, in the order of the nodes, with the tasks that reach it. */
  public Map<Parameter, Set<Integer>> owners() {
    Map<String, Set<Integer>> tasks = tasksByPath(reach());
    Map<String, Parameter> byPath = new LinkedHashMap<>();
    nodes.stream()
        .flatMap(node -> node.parameters().stream())
        .forEach(parameter -> byPath.putIfAbsent(parameter.path(), parameter));
    Map<Parameter, Set<Integer>> owners = new LinkedHashMap<>();
    byPath.forEach((path, parameter) -> owners.put(parameter, tasks.get(path)));
    return owners;
  }

  /** The tasks that reach each parameter, over all nodes that share it. */
  private Map<String, Set<Integer>> tasksByPath(Map<Node, Set<Integer>> reach) {
    Map<String, Set<Integer>> tasks = new LinkedHashMap<>();
    for (Node node : nodes) {
      for (Parameter parameter : node.parameters()) {
        tasks.computeIfAbsent(parameter.path(), key -> new TreeSet<>()).addAll(reach.get(node));
      }
    }
    return tasks;
  }

  /**
   * The representation: shared values that something takes which fewer tasks reach, as far as
   * anything is learnt behind them. Every shared gradient passes through them. None where tasks
   * share weights and no value, as behind stems.
   */
  public List<Node> boundary() {
    Map<Node, Set<Integer>> reach = reach();
    if (sharesWeightsAlone(reach)) {
      return List.of();
    }
    Set<Node> learning = new LinkedHashSet<>();
    Set<Node> boundary = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (!node.parameters().isEmpty() || node.inputs().stream().anyMatch(learning::contains)) {
        learning.add(node);
      }
      for (Node input : node.inputs()) {
        boolean isLast = !reach.get(node).containsAll(reach.get(input));
        if (reach.get(input).size() > 1 && isLast && learning.contains(input)) {
          boundary.add(input);
        }
      }
    }
    return List.copyOf(boundary);
  }

  /** Whether something shared, a table apart, is applied for a task alone. */
  private boolean sharesWeightsAlone(Map<Node, Set<Integer>> reach) {
    Map<String, Set<Integer>> tasks = tasksByPath(reach);
    return nodes.stream()
        .filter(node -> reach.get(node).size() == 1)
        .flatMap(node -> node.parameters().stream())
        .filter(parameter -> parameter.table().isEmpty())
        .anyMatch(parameter -> tasks.get(parameter.path()).size() > 1);
  }

  /** The paths of shared parameters from which no other shared parameter leads on to a task. */
  public Set<String> lastShared() {
    Set<String> shared = new LinkedHashSet<>();
    tasksByPath(reach())
        .forEach(
            (path, tasks) -> {
              if (tasks.size() > 1) {
                shared.add(path);
              }
            });
    Set<Node> followed = new LinkedHashSet<>();
    Set<String> last = new LinkedHashSet<>(shared);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      List<String> learnt = node.parameters().stream().map(Parameter::path).toList();
      if (followed.contains(node)) {
        learnt.forEach(last::remove);
      }
      if (followed.contains(node) || learnt.stream().anyMatch(shared::contains)) {
        followed.addAll(node.inputs());
      }
    }
    return last;
  }

  /**
   * The features that a row has to have to go through a task's stem and the trunk behind it, in the
   * order of declaration, by the task; only those that rows may lack, and only tasks that take
   * some.
   */
  public Map<String, List<String>> rows() {
    Map<String, Set<String>> taken = new LinkedHashMap<>();
    for (Node node : nodes) {
      Optional<String> stem = Applications.stem(node.path());
      if (stem.isPresent() && node.code() instanceof FeaturesCode features) {
        taken.computeIfAbsent(stem.get(), key -> new LinkedHashSet<>()).addAll(features.names());
      }
    }
    Map<String, List<String>> rows = new LinkedHashMap<>();
    taken.forEach(
        (stem, names) -> {
          List<String> absent =
              example.features().stream()
                  .filter(feature -> names.contains(feature.name()) && feature.mayBeAbsent())
                  .map(FeaturePlan::name)
                  .toList();
          if (!absent.isEmpty()) {
            rows.put(stem, absent);
          }
        });
    return rows;
  }

  /** The features that a task's prediction needs, by index. */
  public List<Integer> neededFeatures(int task) {
    Set<Integer> needed = new TreeSet<>();
    predictedFrom()
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
    predictedFrom()
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
