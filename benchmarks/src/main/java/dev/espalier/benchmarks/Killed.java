package dev.espalier.benchmarks;

import dev.espalier.dsl.Adam;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.GradNorm;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An example with everything that a run remembers: slots, moving statistics, draws, a method. */
@SharedTrunk(network = Killed.Trunk.class)
@GradNorm
@Adam
record Killed(
    @Numeric(length = 8) float[] x,
    @Categorical(size = 50, dimension = 4) int item,
    @TaskHead boolean rich,
    @TaskHead float age) {

  /** Draws in each step, and averages of all of them. */
  interface Trunk {
    @Dense(24)
    @BatchNorm
    @Relu
    @Dropout(0.2)
    Tensor out(Tensor in);
  }

  /** Examples whose labels follow from their features. */
  static List<Killed> rows(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<Killed> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] x = new float[8];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) random.nextDouble();
      }
      int item = random.nextInt(50);
      rows.add(new Killed(x, item, x[0] > x[1], 20 + 40 * x[2] + item));
    }
    return rows;
  }
}
