package dev.espalier.runtime.generated;

import dev.espalier.dsl.AveragePool;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv1D;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.CrossStitch;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.MixtureOfExperts;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Padding;
import dev.espalier.dsl.Softplus;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskAttention;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sharing schemes over pictures and sequences: what flows in can't be joined as it is. */
@TaskAttention(
    network = ScenicTasks.Trunk.class,
    over = {"fine", "odd", "said", "out"})
record ScenicTasks(
    @Image(height = 6, width = 6, channels = 2) byte[] picture,
    @Tokens(length = 4, size = 6, dimension = 3) int[] words,
    @Numeric float warm,
    @TaskHead(tower = Fine.class) float value,
    @TaskHead boolean yes) {

  interface Trunk {
    @AveragePool(2)
    Tensor half(Tensor picture);

    @Conv2D(filters = 3)
    @BatchNorm
    @Softplus
    Tensor fine(Tensor half);

    @Conv2D(filters = 2, kernel = 2, padding = Padding.VALID)
    @Tanh
    Tensor odd(Tensor fine);

    @GlobalAveragePool
    Tensor seen(Tensor odd);

    @Conv1D(filters = 2)
    @Tanh
    Tensor said(Tensor words);

    @GlobalAveragePool
    Tensor told(Tensor said);

    @Dense(3)
    @Tanh
    Tensor out(Tensor seen, Tensor told, Tensor warm);
  }

  interface Fine {
    @GlobalAveragePool
    Tensor small(Tensor fine);

    @Dense(2)
    @Tanh
    Tensor out(Tensor in, Tensor small);
  }

  static List<ScenicTasks> rows() {
    return rows(6);
  }

  static List<ScenicTasks> rows(int count) {
    SplittableRandom random = new SplittableRandom(4);
    List<ScenicTasks> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] picture = new byte[72];
      random.nextBytes(picture);
      int[] words = random.ints(i % 5, 0, 6).toArray();
      rows.add(
          new ScenicTasks(
              picture, words, (float) random.nextDouble(), random.nextInt(10), i % 2 == 0));
    }
    return rows;
  }

  @ModelOf(ScenicTasks.class)
  @MixtureOfExperts(experts = 2)
  interface Mixed {}

  @ModelOf(ScenicTasks.class)
  @CrossStitch(after = {"fine", "said", "out"})
  interface Stitched {}
}
