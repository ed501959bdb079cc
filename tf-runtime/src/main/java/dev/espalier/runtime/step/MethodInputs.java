package dev.espalier.runtime.step;

import java.util.Arrays;

/** What a balancing method has a step fed, by index of task. */
public sealed interface MethodInputs {

  /** The numbers of the tasks; of those that a batch lacks nobody asks. */
  double[] byTask();

  /** Weights of losses, beside the loss weights. */
  record Weights(double[] byTask) implements MethodInputs {

    /** No weights beside the loss weights. */
    static Weights none(int tasks) {
      double[] ones = new double[tasks];
      Arrays.fill(ones, 1);
      return new Weights(ones);
    }
  }

  /** What the shares of an objective of logarithms are made of, beside the losses. */
  record Logits(double[] byTask, double power) implements MethodInputs {}
}
