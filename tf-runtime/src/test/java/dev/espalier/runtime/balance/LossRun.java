package dev.espalier.runtime.balance;

import dev.espalier.runtime.balance.LossBalancing.Beginning;
import dev.espalier.runtime.balance.LossBalancing.StepLosses;
import dev.espalier.runtime.balance.LossBalancing.WeighedTask;
import dev.espalier.runtime.balance.LossBalancing.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A run of a method on losses that a test makes up. */
final class LossRun {
  private final LossBalancing method;
  private final Weighing weighing;
  private long steps;
  private int epochs;

  LossRun(LossBalancing method, int tasks) {
    this(method, tasks, 1);
  }

  /** Odd tasks are regressions. */
  LossRun(LossBalancing method, int tasks, long seed) {
    this(
        method,
        IntStream.range(0, tasks)
            .mapToObj(
                i -> new WeighedTask("t" + i, method.certainty().isEmpty() && i % 2 == 1, true))
            .toList(),
        seed);
  }

  LossRun(LossBalancing method, List<WeighedTask> tasks, long seed) {
    this.method = method;
    this.weighing = method.start(new Beginning(tasks, 1000, seed));
  }

  /** All tasks' weights in a step of these losses, after which nothing is different. */
  double[] step(double... losses) {
    return step(IntStream.range(0, losses.length).toArray(), losses, losses, losses);
  }

  /** The weights of some tasks in a step. */
  double[] step(int[] tasks, double[] losses, double[] after, double[] certainty) {
    return step(tasks, losses, weights -> after, certainty);
  }

  /** The weights of some tasks in a step that they have an influence on. */
  double[] step(int[] tasks, double[] losses, UnaryOperator<double[]> after, double[] certainty) {
    steps++;
    double[] given = weighing.weights(steps, tasks);
    double[] weights =
        method.logarithms().map(it -> it.weights(losses, given, weighing.power())).orElse(given);
    weighing.stepped(new StepLosses(tasks, losses, after.apply(weights), certainty));
    return weights;
  }

  void endEpoch(double... losses) {
    weighing.epochEnded(++epochs, losses);
  }

  /** Weights of the same losses, again and again. */
  static List<double[]> of(LossBalancing method, int steps, double... losses) {
    LossRun run = new LossRun(method, losses.length);
    List<double[]> weights = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      weights.add(run.step(losses));
      if (i % 10 == 9) {
        run.endEpoch(losses);
      }
    }
    return weights;
  }
}
