package dev.espalier.runtime.generated;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Frozen;
import dev.espalier.dsl.Init;
import dev.espalier.dsl.Initializer;
import dev.espalier.dsl.L1;
import dev.espalier.dsl.L2;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.RateScale;
import dev.espalier.dsl.Sgd;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Modifiers on every kind of place: the model, parts by address, networks, layers, heads, features.
 */
@SharedTrunk(network = ModifiedTasks.Trunk.class)
@Sgd(learningRate = 0.5)
@L2(0.01)
@L1(
    value = 0.02,
    of = {"trunk.first", "tables.colour"})
@Init(value = Initializer.LECUN_NORMAL, of = "tasks.a")
@RateScale(value = 0.5, of = "trunk.second")
@Frozen({"trunk.still", "tables.shape"})
record ModifiedTasks(
    @Numeric(length = 2) float[] x,
    @Categorical(dimension = 2) @L2(0.5) @Init(Initializer.GLOROT_NORMAL) String colour,
    @Categorical(dimension = 2) String shape,
    @Categorical(dimension = 2) @RateScale(0) String size,
    @TaskHead(hidden = 3) float a,
    @TaskHead(tower = Tower.class) @L1(0.3) float b,
    @TaskHead @Frozen float c,
    @TaskHead(hidden = 2) @RateScale(2) float d) {

  interface Trunk {
    @Dense(4)
    @Tanh
    Tensor first(Tensor in);

    @Dense(4)
    @L2(0)
    @Tanh
    Tensor second(Tensor first);

    @Dense(4)
    @BatchNorm
    @Tanh
    Tensor still(Tensor second);

    @Dense(4)
    @RateScale(0)
    @Init(Initializer.HE_UNIFORM)
    @Tanh
    Tensor out(Tensor still);
  }

  @L2(0.125)
  @Init(Initializer.SMALL_UNIFORM)
  interface Tower {
    @Dense(3)
    @Tanh
    Tensor hidden(Tensor in);

    @Dense(3)
    @Frozen
    @Tanh
    Tensor out(Tensor hidden);
  }

  static List<ModifiedTasks> rows() {
    SplittableRandom random = new SplittableRandom(11);
    List<ModifiedTasks> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      float[] x = {(float) random.nextDouble(), (float) random.nextDouble()};
      rows.add(
          new ModifiedTasks(
              x,
              "colour" + random.nextInt(3),
              "shape" + random.nextInt(3),
              "size" + random.nextInt(3),
              (float) random.nextDouble(),
              (float) random.nextDouble(),
              (float) random.nextDouble(),
              (float) random.nextDouble()));
    }
    return rows;
  }

  /** What a variant says replaces what its model says. */
  @ModelOf(ModifiedTasks.class)
  @L2(0.25)
  @RateScale(value = 0, of = "trunk")
  interface Variant {}

  /** Another trunk, without the parts that modifiers of its model name. */
  @ModelOf(ModifiedTasks.class)
  @SharedTrunk({4, 3})
  @RateScale(value = 3, of = "trunk.hidden2")
  @L1(0.5)
  interface Plain {}
}
