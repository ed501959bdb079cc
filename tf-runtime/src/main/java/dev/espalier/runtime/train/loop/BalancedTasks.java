package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.train.option.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a balancing method finds in a model what it balances. */
final class BalancedTasks {
  private static final Balancing NONE = Balancing.fixedWeights();

  private BalancedTasks() {}

  /**
   * Refuses what can't be balanced.
   *
   * @param info the description, frozen parts as they are in this trainer
   */
  static void require(List<Task> tasks, ModelInfo info, TrainingOptions options) {
    Balancing method = options.balancing().orElse(NONE);
    int parts = options.schedule().parts();
    if (parts > 1 && !(method instanceof LossBalancing)) {
      throw new TrainingException(
          "%s looks at the gradients of a whole batch, and accumulate(%d) works on it in parts. Expected batches that are worked on at once, of batchSize(...) rows, or a method that weighs losses, such as Balancing.dynamicWeightAverage()."
              .formatted(method.name(), parts));
    }
    if (options.precision() == Precision.FLOAT16 && !(method instanceof LossBalancing)) {
      throw new TrainingException(
          "%s works on gradients, which half precision scales and may have to leave out. Expected precision(Precision.BFLOAT16) or FLOAT32, or a method that weighs losses, such as Balancing.dynamicWeightAverage()."
              .formatted(method.name()));
    }
    double[] weights = options.lossWeights(tasks);
    int[] trained = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
    // That nothing is trained at all is said when a run begins.
    if (method.equals(NONE) || trained.length == 0) {
      return;
    }
    if (trained.length == 1) {
      throw new TrainingException(
          "%s balances two tasks or more. Found `%s` of %s alone with a loss weight above 0; expected another, or balancing with Balancing.fixedWeights()."
              .formatted(method.name(), tasks.get(trained[0]).name(), info.name()));
    }
    if (!(method instanceof LossBalancing) && !sharesAny(info, trained)) {
      throw new TrainingException(
          "%s mixes the gradients of tasks in the parameters that they share. Found no parameter of %s that several trained tasks reach and that is not frozen; expected one, or balancing with Balancing.fixedWeights()."
              .formatted(method.name(), info.name()));
    }
  }

  private static boolean sharesAny(ModelInfo info, int[] trained) {
    return info.parameters().stream()
        .filter(parameter -> !parameter.learning().frozen())
        .anyMatch(parameter -> common(parameter.tasks(), trained) > 1);
  }

  private static long common(int[] some, int[] others) {
    return Arrays.stream(some).filter(i -> Arrays.stream(others).anyMatch(j -> i == j)).count();
  }
}
