package dev.espalier.runtime.step;

import dev.espalier.runtime.session.StableHash;
import java.util.Arrays;

/**
 * What a step is fed beside its batch.
 *
 * @param lossWeights the tasks' factors in the objective, before any balancing
 */
public record StepInputs(
    long seed, long step, double[] lossWeights, LearningRates rates, MethodInputs method) {

  /** Inputs without a balancing method. */
  public StepInputs(long seed, long step, double[] lossWeights, LearningRates rates) {
    this(seed, step, lossWeights, rates, MethodInputs.Weights.none(lossWeights.length));
  }

  /** Inputs without a balancing method, with one rate for all parameters. */
  public StepInputs(long seed, long step, double[] lossWeights, double learningRate) {
    this(seed, step, lossWeights, LearningRates.same(learningRate));
  }

  /** The same with what a balancing method says. */
  StepInputs with(MethodInputs newMethod) {
    return new StepInputs(seed, step, lossWeights, rates, newMethod);
  }

  /** For a part of the step's batch: draws of its own, those of the step in the first. */
  StepInputs ofPart(int part) {
    long own = part == 0 ? seed : StableHash.mix(seed + part);
    return new StepInputs(own, step, lossWeights, rates, method);
  }

  /** The tasks' factors in the objective, as far as they are known before the step. */
  double[] factors() {
    double[] factors = lossWeights.clone();
    if (method instanceof MethodInputs.Weights weights) {
      Arrays.setAll(factors, task -> factors[task] * weights.byTask()[task]);
    }
    return factors;
  }
}
