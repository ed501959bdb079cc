package dev.espalier.runtime.generated;

import dev.espalier.dsl.CosineDistance;
import dev.espalier.dsl.CrossEntropy;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dice;
import dev.espalier.dsl.Focal;
import dev.espalier.dsl.Given;
import dev.espalier.dsl.Hinge;
import dev.espalier.dsl.Huber;
import dev.espalier.dsl.KlDivergence;
import dev.espalier.dsl.LogCosh;
import dev.espalier.dsl.LossWeight;
import dev.espalier.dsl.Mae;
import dev.espalier.dsl.Mse;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Poisson;
import dev.espalier.dsl.Resampled;
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
 * Every loss on every kind of label that takes it, some labels missing, rows of several weights.
 */
@SharedTrunk(network = LossTasks.Trunk.class)
public record LossTasks(
    @Numeric(length = 4) float[] x,
    @RowWeight float weight,
    @TaskHead Boolean yes,
    @TaskHead
        @CrossEntropy(
            smoothing = 0.1,
            classWeights = {0.5, 2})
        boolean weighted,
    @TaskHead @CrossEntropy(balanced = true) boolean balanced,
    @TaskHead @Focal @Resampled boolean focal,
    @TaskHead Grade grade,
    @TaskHead(classes = 3)
        @CrossEntropy(
            smoothing = 0.2,
            classWeights = {1, 2, 0.5})
        Integer count,
    @TaskHead @CrossEntropy(balanced = true) Grade balancedGrade,
    @TaskHead(classes = 4) @Focal(gamma = 1.5) int focalCount,
    @TaskHead Set<Grade> grades,
    @TaskHead(length = 2)
        @CrossEntropy(
            smoothing = 0.1,
            classWeights = {3, 0.5})
        boolean[] flags,
    @TaskHead @CrossEntropy(balanced = true) Set<Grade> balancedGrades,
    @TaskHead(length = 3) @Focal(gamma = 3) boolean[] focalFlags,
    @TaskHead @LossWeight(0.25) Double value,
    @TaskHead @Mae float absolute,
    @TaskHead @Huber(delta = 0.5) Float huber,
    @TaskHead(length = 2) @Mse float[] values,
    @TaskHead(length = 2, standardize = false) @Huber float[] hubers,
    @TaskHead(length = 3) @Mae float[] absolutes,
    @TaskHead @LogCosh Double logCosh,
    @TaskHead @Poisson Float visits,
    @TaskHead(length = 2) @Poisson float[] counts,
    @TaskHead(length = 3) @KlDivergence float[] shares,
    @TaskHead(length = 3) @CosineDistance float[] direction,
    @TaskHead @Hinge(squared = true) Boolean hinge,
    @TaskHead @Hinge(squared = true) Grade gradeHinge,
    @TaskHead(length = 3) @Hinge boolean[] hinges,
    @TaskHead(length = 3) @Dice boolean[] dice,
    @TaskHead boolean click,
    @TaskHead @Given("click") Boolean buy,
    @TaskHead @Given("buy") @Focal boolean keep) {

  /** Classes. */
  public enum Grade {
    LOW,
    MIDDLE,
    HIGH
  }

  interface Trunk {
    @Dense(5)
    @Tanh
    Tensor out(Tensor in);
  }

  static List<LossTasks> rows() {
    return rows(12, 21);
  }

  static List<LossTasks> rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LossTasks> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean click = random.nextInt(3) > 0;
      boolean buy = click && random.nextInt(2) > 0;
      rows.add(
          new LossTasks(
              numbers(random, 4, 0),
              i % 4 == 0 ? 2 : i % 4 == 1 ? 0.5f : 1,
              i % 3 == 0 ? null : random.nextBoolean(),
              random.nextBoolean(),
              random.nextInt(3) == 0,
              random.nextBoolean(),
              i % 4 == 2 ? null : grade(random),
              i % 5 == 0 ? null : random.nextInt(3),
              random.nextInt(2) == 0 ? Grade.LOW : grade(random),
              random.nextInt(4),
              i % 3 == 1 ? null : grades(random),
              i % 4 == 3 ? null : flags(random, 2),
              grades(random),
              flags(random, 3),
              i % 4 == 0 ? null : 100 + 10 * random.nextDouble(),
              (float) random.nextDouble(),
              i % 6 == 0 ? null : (float) (50 * random.nextDouble()),
              i % 5 == 4 ? null : numbers(random, 2, 4),
              numbers(random, 2, 3),
              numbers(random, 3, 5),
              i % 4 == 1 ? null : random.nextDouble(),
              i % 5 == 2 ? null : (float) random.nextInt(4),
              new float[] {random.nextInt(9), i % 3 == 0 ? Float.NaN : random.nextInt(2)},
              i % 4 == 2 ? null : new float[] {.25f, .25f + .05f * i / 12, .5f - .05f * i / 12},
              numbers(random, 3, 6),
              i % 3 == 2 ? null : random.nextBoolean(),
              i % 4 == 3 ? null : grade(random),
              flags(random, 3),
              i % 4 == 0 ? null : flags(random, 3),
              click,
              i % 5 == 1 ? null : buy,
              buy && random.nextBoolean()));
    }
    return rows;
  }

  private static Grade grade(SplittableRandom random) {
    return Grade.values()[random.nextInt(3)];
  }

  private static Set<Grade> grades(SplittableRandom random) {
    Set<Grade> grades = EnumSet.noneOf(Grade.class);
    for (Grade grade : Grade.values()) {
      if (random.nextBoolean()) {
        grades.add(grade);
      }
    }
    return grades;
  }

  private static boolean[] flags(SplittableRandom random, int length) {
    boolean[] flags = new boolean[length];
    for (int i = 0; i < length; i++) {
      flags[i] = random.nextBoolean();
    }
    return flags;
  }

  /** One in {@code missing} is NaN; none for 0. */
  private static float[] numbers(SplittableRandom random, int length, int missing) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      float number = (float) (4 * random.nextDouble() - 2);
      numbers[i] = missing > 0 && random.nextInt(missing) == 0 ? Float.NaN : number;
    }
    return numbers;
  }
}
