package dev.espalier.runtime.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns weights under which weighted gradients are as long as the tasks' progress asks for. */
record GradNorm(double alpha, double rate) implements GradientBalancing {

  GradNorm {
    Ranges.requireNotNegative("GradNorm", "alpha", alpha);
    Ranges.requirePositive("GradNorm", "rate", rate);
  }

  @Override
  public String name() {
    return "GradNorm";
  }

  @Override
  public Mixing start(Start run) {
    return new Learning(run.tasks());
  }

  /** {@code w = T softmax(s)}, and Adam on {@code s}. */
  private final class Learning implements Mixing {
    /** Beyond this, the first loss was rounding. */
    private static final double MOST_PROGRESS = 1e100;

    private final double[] s;
    private final TaskAdam adam;
    private final double[] initialLosses;

    Learning(int tasks) {
      s = new double[tasks];
      // Slopes are relative to the mean length of gradients: Adam's epsilon is small beside them.
      adam = new TaskAdam(tasks, rate);
      initialLosses = Vectors.filled(tasks, Double.NaN);
    }

    @Override
    public double[] weights(TaskGradients gradients) {
      double[] all = Vectors.scaled(Vectors.softmax(s), s.length);
      int[] tasks = gradients.tasks();
      double[] weights = Arrays.stream(tasks).mapToDouble(task -> all[task]).toArray();
      for (int i = 0; i < tasks.length; i++) {
        if (Double.isNaN(initialLosses[tasks[i]])) {
          initialLosses[tasks[i]] = gradients.losses()[i];
        }
      }
      if (tasks.length > 1) {
        learn(gradients, weights);
      }
      return weights;
    }

    @Override
    public List<double[]> memory() {
      List<double[]> memory = new ArrayList<>(adam.memory());
      memory.add(s);
      memory.add(initialLosses);
      return memory;
    }

    private void learn(TaskGradients gradients, double[] weights) {
      int n = weights.length;
      double[] lengths = new double[n];
      Arrays.setAll(lengths, i -> weights[i] * gradients.gram().norm(i));
      double mean = Vectors.sum(lengths) / n;
      if (mean == 0) {
        return;
      }
      double[] targets = targets(gradients);
      // The slope of |length - target| in the logarithm of a weight, over the mean length.
      double[] slopes = new double[n];
      Arrays.setAll(slopes, i -> Math.signum(lengths[i] / mean - targets[i]) * (lengths[i] / mean));
      double whole = Vectors.sum(slopes);
      double sum = Vectors.sum(weights);
      for (int i = 0; i < n; i++) {
        int task = gradients.tasks()[i];
        s[task] += adam.move(task, slopes[i] - weights[i] / sum * whole);
      }
    }

    /** {@code r_i^alpha}, with {@code r_i} a task's progress over the mean one. */
    private double[] targets(TaskGradients gradients) {
      double[] progress = new double[gradients.tasks().length];
      for (int i = 0; i < progress.length; i++) {
        double ratio = gradients.losses()[i] / initialLosses[gradients.tasks()[i]];
        // A loss that began at 0 says nothing about progress, a negative one neither.
        progress[i] = ratio >= 0 && ratio <= MOST_PROGRESS ? ratio : 1;
      }
      double mean = Vectors.sum(progress) / progress.length;
      Arrays.setAll(progress, i -> mean > 0 ? Math.pow(progress[i] / mean, alpha) : 1);
      return progress;
    }
  }
}
