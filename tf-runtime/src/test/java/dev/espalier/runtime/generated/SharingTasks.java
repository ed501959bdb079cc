package dev.espalier.runtime.generated;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Categorical;
import dev.espalier.dsl.CrossStitch;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.IndependentTrunks;
import dev.espalier.dsl.MixtureOfExperts;
import dev.espalier.dsl.ModelOf;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.ProgressiveExtraction;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Sigmoid;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskAttention;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every sharing scheme over one example, with a tower that takes a layer of the trunk. */
@MixtureOfExperts(experts = 3, network = SharingTasks.Trunk.class)
record SharingTasks(
    @Numeric(length = 3) float[] x,
    @Categorical(dimension = 2) Kind kind,
    @TaskHead(tower = Skip.class) float value,
    @TaskHead(hidden = 3) boolean yes,
    @TaskHead Kind next) {

  enum Kind {
    ROUND,
    SQUARE,
    LONG
  }

  interface Trunk {
    @Dense(4)
    @BatchNorm
    @Tanh
    Tensor wide(Tensor in);

    @Dense(3)
    @Tanh
    Tensor out(Tensor wide, Tensor kind);
  }

  /** The second level of a trunk; it has an {@code out} as the first has. */
  interface Top {
    @Dense(3)
    @Sigmoid
    @Dropout(0.2)
    Tensor narrow(Tensor in);

    @Dense(4)
    @Tanh
    Tensor out(Tensor narrow);
  }

  interface Skip {
    @Dense(3)
    @Tanh
    Tensor hidden(Tensor in, Tensor wide);
  }

  static List<SharingTasks> rows() {
    return rows(12, 8);
  }

  static List<SharingTasks> rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SharingTasks> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] x = new float[3];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      Kind kind = Kind.values()[random.nextInt(3)];
      rows.add(
          new SharingTasks(
              x, kind, x[0] * x[1], x[2] > 0, Kind.values()[(kind.ordinal() + i % 2) % 3]));
    }
    return rows;
  }

  @ModelOf(SharingTasks.class)
  @SharedTrunk
  interface Together {}

  @ModelOf(SharingTasks.class)
  @IndependentTrunks
  interface Apart {}

  /** One level: the trunk that the model has. */
  @ModelOf(SharingTasks.class)
  @ProgressiveExtraction(sharedExperts = 2, taskExperts = 1)
  interface Level {}

  @ModelOf(SharingTasks.class)
  @ProgressiveExtraction(
      network = {Trunk.class, Top.class},
      sharedExperts = 1,
      taskExperts = 2)
  interface Levels {}

  @ModelOf(SharingTasks.class)
  @CrossStitch(after = {"wide", "out"})
  interface Stitched {}

  @ModelOf(SharingTasks.class)
  @TaskAttention(over = {"out", "wide"})
  interface Attended {}
}
