package dev.espalier.runtime.generated;

import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Given;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.RowWeight;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Every kind of label that may be missing, over features that no statistics of other rows change.
 */
@SharedTrunk(network = LabelTasks.Trunk.class)
record LabelTasks(
    @Numeric(length = 3, normalize = Normalize.UNCHANGED) float[] x,
    @RowWeight float weight,
    @TaskHead Boolean yes,
    @TaskHead Kind kind,
    @TaskHead(classes = 3) Integer count,
    @TaskHead Set<Kind> kinds,
    @TaskHead(length = 2) boolean[] flags,
    @TaskHead(standardize = false) Float number,
    @TaskHead(standardize = false) double real,
    @TaskHead(length = 3, standardize = false) float[] numbers,
    @TaskHead @Given("yes") Boolean both) {

  enum Kind {
    A,
    B
  }

  interface Trunk {
    @Dense(4)
    @Tanh
    Tensor out(Tensor in);
  }

  static List<LabelTasks> rows(int count) {
    SplittableRandom random = new SplittableRandom(9);
    List<LabelTasks> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] x = {at(random), at(random), at(random)};
      Kind kind = Kind.values()[i % 2];
      rows.add(
          new LabelTasks(
              x,
              1,
              i % 3 == 0,
              kind,
              i % 3,
              EnumSet.of(kind),
              new boolean[] {i % 2 == 0, i % 3 == 0},
              at(random),
              at(random),
              new float[] {at(random), at(random), at(random)},
              i % 6 == 0));
    }
    return rows;
  }

  /** The same without any label. */
  LabelTasks unlabelled() {
    return new LabelTasks(x, weight, null, null, null, null, null, null, Double.NaN, null, null);
  }

  /** The same with other features. */
  LabelTasks at(float... other) {
    return new LabelTasks(
        other, weight, yes, kind, count, kinds, flags, number, real, numbers, both);
  }

  /** The same with another weight. */
  LabelTasks weighing(float other) {
    return new LabelTasks(x, other, yes, kind, count, kinds, flags, number, real, numbers, both);
  }

  /** The same with other numbers. */
  LabelTasks withNumbers(float... other) {
    return new LabelTasks(x, weight, yes, kind, count, kinds, flags, number, real, other, both);
  }

  private static float at(SplittableRandom random) {
    return (float) (2 * random.nextDouble() - 1);
  }
}
