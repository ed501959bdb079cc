package dev.espalier.runtime.generated;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.GlobalMaxPool;
import dev.espalier.dsl.LayerNorm;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Reshape;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Layers over positions, of values that have more than one axis. */
@SharedTrunk(network = PositionTasks.Trunk.class)
record PositionTasks(
    @Numeric(length = 24) float[] x, @TaskHead float value, @TaskHead boolean yes) {

  interface Trunk {
    @Reshape({2, -1, 3})
    Tensor positions(Tensor in);

    @Dense(4)
    @LayerNorm
    @Tanh
    Tensor first(Tensor positions);

    @Dense(4)
    @Tanh
    Tensor second(Tensor first, Tensor positions);

    @Add
    Tensor sum(Tensor first, Tensor second);

    @GlobalAveragePool
    Tensor mean(Tensor sum);

    @GlobalMaxPool
    Tensor greatest(Tensor sum);

    @Concat
    Tensor out(Tensor mean, Tensor greatest);
  }

  static List<PositionTasks> rows() {
    SplittableRandom random = new SplittableRandom(9);
    List<PositionTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      float[] x = new float[24];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      rows.add(new PositionTasks(x, (float) random.nextDouble(), i % 2 == 0));
    }
    return rows;
  }
}
