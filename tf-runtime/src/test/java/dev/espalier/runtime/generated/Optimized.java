package dev.espalier.runtime.generated;

import dev.espalier.dsl.Adadelta;
import dev.espalier.dsl.Adagrad;
import dev.espalier.dsl.Adam;
import dev.espalier.dsl.AdamW;
import dev.espalier.dsl.Adamax;
import dev.espalier.dsl.Ftrl;
import dev.espalier.dsl.Lamb;
import dev.espalier.dsl.LazyAdam;
import dev.espalier.dsl.Lion;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Nadam;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.RmsProp;
import dev.espalier.dsl.Sgd;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One model with every optimizer. */
@SharedTrunk({3})
record Optimized(@Numeric(length = 2) float[] x, @TaskHead float y, @TaskHead boolean positive) {

  static List<Optimized> rows() {
    SplittableRandom random = new SplittableRandom(2);
    List<Optimized> rows = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      float a = (float) (random.nextDouble() - 0.5);
      float b = (float) (random.nextDouble() - 0.5);
      rows.add(new Optimized(new float[] {a, b}, a - 2 * b, a + b > 0));
    }
    return rows;
  }

  @ModelOf(Optimized.class)
  @Sgd(learningRate = 0.1)
  interface Plain {}

  @ModelOf(Optimized.class)
  @Sgd(learningRate = 0.1, momentum = 0.8)
  interface Momentum {}

  @ModelOf(Optimized.class)
  @Sgd(learningRate = 0.1, momentum = 0.8, nesterov = true)
  interface Nesterov {}

  @ModelOf(Optimized.class)
  @Adam(learningRate = 0.05, beta1 = 0.8, beta2 = 0.95, epsilon = 1e-3)
  interface Adaptive {}

  @ModelOf(Optimized.class)
  @LazyAdam(learningRate = 0.05, beta1 = 0.8, beta2 = 0.95, epsilon = 1e-3)
  interface Lazy {}

  @ModelOf(Optimized.class)
  @AdamW(learningRate = 0.05, weightDecay = 0.2)
  interface Decoupled {}

  @ModelOf(Optimized.class)
  @RmsProp(learningRate = 0.05, rho = 0.7, momentum = 0.5)
  interface MeanSquare {}

  @ModelOf(Optimized.class)
  @Adagrad(learningRate = 0.1, initialAccumulator = 0.2)
  interface Accumulated {}

  @ModelOf(Optimized.class)
  @Adadelta(learningRate = 0.5, rho = 0.8, epsilon = 1e-3)
  interface Unitless {}

  @ModelOf(Optimized.class)
  @Adamax(learningRate = 0.05, beta1 = 0.8, beta2 = 0.95, epsilon = 1e-3)
  interface Largest {}

  @ModelOf(Optimized.class)
  @Nadam(learningRate = 0.05, beta1 = 0.8, beta2 = 0.95, epsilon = 1e-3)
  interface Ahead {}

  @ModelOf(Optimized.class)
  @Ftrl(learningRate = 0.1, l1 = 0.5, l2 = 0.25, initialAccumulator = 0.2, beta = 0.5, power = 0.4)
  interface Leader {}

  @ModelOf(Optimized.class)
  @Lamb(learningRate = 0.05, weightDecay = 0.2, beta1 = 0.8, beta2 = 0.95, epsilon = 1e-3)
  interface Layerwise {}

  @ModelOf(Optimized.class)
  @Lion(learningRate = 0.05, weightDecay = 0.2, beta1 = 0.7, beta2 = 0.8)
  interface Signs {}
}
