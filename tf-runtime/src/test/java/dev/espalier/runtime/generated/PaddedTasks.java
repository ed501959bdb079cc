package dev.espalier.runtime.generated;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv1D;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A few words and a lot of padding; {@link TightTasks} is the same with less of it. */
@SharedTrunk(network = PaddedTasks.Trunk.class)
record PaddedTasks(
    @Tokens(length = 20, size = 6, dimension = 3) int[] words, @TaskHead boolean yes) {

  interface Trunk {
    @Dense(4)
    @BatchNorm(momentum = 0.5)
    @Relu
    Tensor normal(Tensor words);

    @Conv1D(filters = 2)
    @BatchNorm(momentum = 0.5)
    Tensor narrow(Tensor normal);

    @Shortcut
    Tensor skip(Tensor words, Tensor narrow);

    @GlobalAveragePool
    Tensor out(Tensor narrow, Tensor skip);
  }

  static List<PaddedTasks> rows() {
    SplittableRandom random = new SplittableRandom(3);
    List<PaddedTasks> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int[] words = new int[i % 7];
      for (int w = 0; w < words.length; w++) {
        words[w] = random.nextInt(6);
      }
      rows.add(new PaddedTasks(words, i % 3 == 0));
    }
    return rows;
  }
}
