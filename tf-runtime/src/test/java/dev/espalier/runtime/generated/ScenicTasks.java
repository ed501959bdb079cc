package dev.espalier.runtime.generated;

import dev.espalier.dsl.AveragePool;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv1D;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.CrossStitch;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.Init;
import dev.espalier.dsl.Initializer;
import dev.espalier.dsl.MixtureOfExperts;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Padding;
import dev.espalier.dsl.Sigmoid;
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
// What masks are made of stays above 0, where nothing is at a kink and differences are gradients.
@Init(
    value = Initializer.ONES,
    of = {
      "attention.value.fine.inner",
      "attention.value.odd.inner",
      "attention.value.said.inner",
      "attention.value.out.inner",
      "attention.yes.fine.inner",
      "attention.yes.odd.inner",
      "attention.yes.said.inner",
      "attention.yes.out.inner"
    })
record ScenicTasks(
    @Image(height = 6, width = 6, channels = 2) byte[] picture,
    @Tokens(length = 4, size = 6, dimension = 3) int[] words,
    @Numeric float warm,
    @TaskHead(tower = Skips.class) float value,
    @TaskHead(tower = Skips.class) boolean yes) {

  interface Trunk {
    @AveragePool(2)
    Tensor half(Tensor picture);

    @Conv2D(filters = 3)
    @BatchNorm
    @Softplus
    Tensor fine(Tensor half);

    @Conv2D(filters = 2, kernel = 2, padding = Padding.VALID)
    @Sigmoid
    Tensor odd(Tensor fine);

    @GlobalAveragePool
    Tensor seen(Tensor odd);

    @Conv1D(filters = 3)
    @Sigmoid
    Tensor said(Tensor words);

    @GlobalAveragePool
    Tensor told(Tensor said);

    @Dense(3)
    @Sigmoid
    Tensor out(Tensor seen, Tensor told, Tensor warm);
  }

  /** Takes every attended layer, each of which is but a faint part of the masks after it. */
  interface Skips {
    @GlobalAveragePool
    Tensor small(Tensor fine);

    @GlobalAveragePool
    Tensor few(Tensor odd);

    @GlobalAveragePool
    Tensor words(Tensor said);

    @Dense(3)
    @Tanh
    Tensor out(Tensor in, Tensor small, Tensor few, Tensor words);
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
