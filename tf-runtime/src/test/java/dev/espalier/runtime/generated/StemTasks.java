package dev.espalier.runtime.generated;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.CrossStitch;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.From;
import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.MixtureOfExperts;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.ProgressiveExtraction;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskAttention;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tasks with stems before one trunk: two of one network, one of another, and a task without. Every
 * row has what some of them take.
 */
@SharedTrunk(network = StemTasks.Trunk.class)
record StemTasks(
    @Numeric(length = 5, normalize = Normalize.UNCHANGED) float[] seen,
    @Numeric(length = 3, normalize = Normalize.UNCHANGED) float[] felt,
    @Numeric(normalize = Normalize.UNCHANGED) float age,
    @TaskHead(stem = Eye.class, standardize = false) Float defect,
    @TaskHead(stem = Nose.class, tower = Early.class, standardize = false) Float load,
    @TaskHead(stem = Nose.class, hidden = 3) Boolean stopped,
    @TaskHead Boolean old) {

  interface Eye {
    @Dense(6)
    @BatchNorm(momentum = 0.5)
    @Tanh
    Tensor first(Tensor seen);

    @Dense(9)
    @Tanh
    Tensor out(Tensor first);
  }

  interface Nose {
    @Dense(9)
    @BatchNorm(momentum = 0.5)
    @Tanh
    Tensor out(Tensor felt);
  }

  interface Trunk {
    @Dense(5)
    @BatchNorm(momentum = 0.5)
    @Tanh
    Tensor wide(Tensor in, Tensor age);

    @Dense(4)
    @Tanh
    Tensor out(Tensor wide);
  }

  interface Early {
    @Dense(3)
    @Tanh
    Tensor out(Tensor in, Tensor wide, @From("tasks.load.stem.out") Tensor smelt);
  }

  /** Of every three rows one has both inputs, one each of the two. */
  static List<StemTasks> rows() {
    SplittableRandom random = new SplittableRandom(8);
    List<StemTasks> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      float[] seen = numbers(random, 5);
      float[] felt = numbers(random, 3);
      boolean sees = i % 3 != 1;
      boolean feels = i % 3 != 2;
      rows.add(
          new StemTasks(
              sees ? seen : null,
              feels ? felt : null,
              numbers(random, 1)[0],
              sees && i % 4 != 0 ? (Float) numbers(random, 1)[0] : null,
              feels && i % 4 != 1 ? (Float) numbers(random, 1)[0] : null,
              feels ? (Boolean) random.nextBoolean() : null,
              sees && feels ? (Boolean) random.nextBoolean() : null));
    }
    return rows;
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }

  /** The same with a trunk for each task, each behind its stem. */
  @ModelOf(StemTasks.class)
  @IndependentTrunks
  interface Apart {}

  @ModelOf(StemTasks.class)
  @CrossStitch(after = {"wide", "out"})
  interface Stitched {}

  @ModelOf(StemTasks.class)
  @MixtureOfExperts(experts = 2)
  interface Mixed {}

  @ModelOf(StemTasks.class)
  @ProgressiveExtraction(
      network = {Low.class, High.class},
      sharedExperts = 1,
      taskExperts = 1)
  interface Extracted {}

  interface Low {
    @Dense(3)
    @BatchNorm(momentum = 0.5)
    @Tanh
    Tensor wide(Tensor in, Tensor age);
  }

  interface High {
    @Dense(3)
    @Tanh
    Tensor top(Tensor in);
  }

  @ModelOf(StemTasks.class)
  @TaskAttention(over = {"wide", "out"})
  interface Attended {}
}
