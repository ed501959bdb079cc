package dev.espalier.processor.plan;

import dev.espalier.processor.read.ModelDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an example holds, and which tasks are learnt from it: the same for all variants of a model.
 */
public record ExamplePlan(
    ModelDeclaration declaration,
    List<FeaturePlan> features,
    List<Table> tables,
    List<TaskPlan> tasks) {

  /** The feature of a name, if there is one. */
  public Optional<FeaturePlan> feature(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  /** The task of a name, if there is one. */
  public Optional<TaskPlan> task(String name) {
    return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
  }

  /** The names of the features, in the order of declaration. */
  public List<String> featureNames() {
    return features.stream().map(FeaturePlan::name).toList();
  }

  /** The names of the tasks, in the order of declaration. */
  public List<String> taskNames() {
    return tasks.stream().map(TaskPlan::name).toList();
  }

  /**
   * All features in the order in which they enter together: numbers, then categories by the
   * dimension of their tables, then bags; each as declared. Neighbours are one piece of a tensor
   * then.
   */
  public List<String> entering() {
    return features.stream()
        .sorted(Comparator.comparingInt(feature -> feature.encoding().order()))
        .map(FeaturePlan::name)
        .toList();
  }

  /** The index of a feature. */
  public int featureIndex(String name) {
    return featureNames().indexOf(name);
  }

  /** The index of a task. */
  public int taskIndex(String name) {
    return taskNames().indexOf(name);
  }
}
