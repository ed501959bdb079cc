package dev.espalier.runtime.generated;

import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.From;
import dev.espalier.dsl.Gelu;
import dev.espalier.dsl.LayerNorm;
import dev.espalier.dsl.Multiply;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.Sigmoid;
import dev.espalier.dsl.Softplus;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every layer that is no activation, and towers that take whatever a tower can. */
@SharedTrunk(network = LayerTasks.Trunk.class)
record LayerTasks(
    @Numeric(length = 3) float[] x,
    @Numeric float age,
    @Categorical(dimension = 2) Kind kind,
    @TaskHead(tower = Skips.class) float skips,
    @TaskHead(tower = Age.class) boolean old,
    @TaskHead(tower = Told.class) Kind told,
    @TaskHead(tower = Chained.class) float chained,
    @TaskHead(hidden = 3) float plain) {

  enum Kind {
    A,
    B,
    C
  }

  interface Trunk {
    @Dense(6)
    @BatchNorm(momentum = 0.5)
    @Tanh
    @Dropout(0.25)
    Tensor wide(Tensor in);

    @Dense(value = 6, bias = false)
    @LayerNorm
    @Gelu
    Tensor second(Tensor wide);

    @Add
    Tensor sum(Tensor wide, Tensor second);

    @Block(network = Residual.class, units = 6, repeat = 2)
    Tensor equal(Tensor sum);

    @Block(network = Residual.class, units = 4)
    Tensor narrow(Tensor equal);

    @BatchNorm
    Tensor normed(Tensor narrow);

    @Concat
    Tensor out(Tensor normed, @From("features.age") Tensor age);
  }

  interface Residual {
    @Dense(UNITS)
    @Softplus
    Tensor first(Tensor in);

    @Dense(2 * UNITS)
    @Tanh
    Tensor wider(Tensor first);

    @Dense(UNITS)
    Tensor second(Tensor wider);

    @Shortcut
    Tensor skip(Tensor in, Tensor second);

    @Add
    @Tanh
    Tensor out(Tensor second, Tensor skip);
  }

  /** Layers of the trunk. */
  interface Skips {
    @Dense(6)
    @Sigmoid
    Tensor gate(Tensor in);

    @Multiply
    Tensor gated(Tensor gate, @From("trunk.wide") Tensor wide, Tensor second);

    @Dropout(0.5)
    Tensor out(Tensor gated);
  }

  /** Features alone, joined. */
  interface Age {
    @Dense(3)
    @Tanh
    Tensor hidden(Tensor age, Tensor kind);
  }

  /** Another task's prediction and its layer. */
  interface Told {
    @Dense(3)
    @Tanh
    Tensor hidden(Tensor in, Tensor old, @From("tasks.old.hidden") Tensor layer, Tensor skips);
  }

  /** The probabilities of a task that itself was told. */
  interface Chained {
    @Dense(4)
    @LayerNorm
    Tensor norm(Tensor features, @From("tasks.told") Tensor classes);

    @Dense(2)
    @Tanh
    Tensor hidden(Tensor norm);
  }

  static List<LayerTasks> rows() {
    SplittableRandom random = new SplittableRandom(5);
    List<LayerTasks> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      float[] x = {at(random), at(random), at(random)};
      rows.add(
          new LayerTasks(
              x,
              at(random),
              Kind.values()[i % 3],
              at(random),
              i % 2 == 0,
              Kind.values()[random.nextInt(3)],
              at(random),
              at(random)));
    }
    return rows;
  }

  private static float at(SplittableRandom random) {
    return (float) (2 * random.nextDouble() - 1);
  }
}
