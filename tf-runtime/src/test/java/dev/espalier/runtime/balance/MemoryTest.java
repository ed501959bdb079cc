package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.balance.GradientBalancing.Mixing;
import dev.espalier.runtime.balance.GradientBalancing.Start;
import dev.espalier.runtime.balance.LossBalancing.Beginning;
import dev.espalier.runtime.balance.LossBalancing.StepLosses;
import dev.espalier.runtime.balance.LossBalancing.WeighedTask;
import dev.espalier.runtime.balance.LossBalancing.Weighing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a method says it remembers is all that another one needs to go on to the same bits. */
class MemoryTest {
  private static final int TASKS = 3;
  private static final int BEFORE = 27;
  private static final int ALL = 60;
  private static final int EPOCH = 5;

  /** Weights of step after step, the same for all that begin alike. */
  private interface Steps {
    double[] weights(int step);

    List<double[]> memory();
  }

  private static Steps of(LossBalancing method) {
    List<WeighedTask> tasks =
        IntStream.range(0, TASKS).mapToObj(i -> new WeighedTask("t" + i, false, true)).toList();
    Weighing weighing = method.start(new Beginning(tasks, ALL, 9));
    return new Steps() {
      @Override
      public double[] weights(int step) {
        double[] losses = draws(step);
        double[] given = weighing.weights(step, new int[] {0, 1, 2});
        double[] power = {weighing.power()};
        weighing.stepped(new StepLosses(new int[] {0, 1, 2}, losses, draws(step + 1000), losses));
        if (step % EPOCH == 0) {
          weighing.epochEnded(step / EPOCH, draws(step + 2000));
        }
        return IntStream.range(0, given.length + 1)
            .mapToDouble(i -> i < given.length ? given[i] : power[0])
            .toArray();
      }

      @Override
      public List<double[]> memory() {
        return weighing.memory();
      }
    };
  }

  private static Steps of(GradientBalancing method) {
    Mixing mixing = method.start(new Start(TASKS, 9));
    return new Steps() {
      @Override
      public double[] weights(int step) {
        double[] x = draws(step);
        double[] y = draws(step + 1000);
        // Now and then gradients cancel out, and there is no solution but the last one.
        double[] z = step % 4 == 0 ? opposite(x, y) : draws(step + 2000);
        return mixing.weights(
            new TaskGradients(
                step, 1 + step / EPOCH, new int[] {0, 1, 2}, draws(step + 3000), gram(x, y, z)));
      }

      @Override
      public List<double[]> memory() {
        return mixing.memory();
      }
    };
  }

  private static Gram gram(double[]... rows) {
    return new Rows(rows).gram();
  }

  private static double[] opposite(double[] x, double[] y) {
    double[] sum = new double[x.length];
    Arrays.setAll(sum, i -> -x[i] - y[i]);
    return sum;
  }

  /** Between 0 and 1. */
  private static double[] draws(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
  }

  /** The weights of the later steps of one that took the earlier steps, and of another. */
  private static List<List<double[]>> later(Steps whole, Steps other, boolean remembering) {
    for (int step = 1; step <= BEFORE; step++) {
      whole.weights(step);
    }
    if (remembering) {
      List<double[]> kept = whole.memory().stream().map(double[]::clone).toList();
      assertThat(other.memory()).hasSameSizeAs(kept);
      for (int i = 0; i < kept.size(); i++) {
        double[] array = other.memory().get(i);
        System.arraycopy(kept.get(i), 0, array, 0, array.length);
      }
    }
    List<double[]> expected = new ArrayList<>();
    List<double[]> found = new ArrayList<>();
    for (int step = BEFORE + 1; step <= ALL; step++) {
      expected.add(whole.weights(step));
      found.add(other.weights(step));
    }
    return List.of(expected, found);
  }

  private static boolean goesOn(Steps whole, Steps other, boolean remembering) {
    List<List<double[]>> weights = later(whole, other, remembering);
    return Arrays.deepEquals(weights.get(0).toArray(), weights.get(1).toArray());
  }

  @ParameterizedTest
  @EnumSource(LossMethods.class)
  void aMethodThatWeighsLossesGoesOn(LossMethods m) {
    assertThat(goesOn(of(m.method), of(m.method), true)).isTrue();
    boolean forgetful = goesOn(of(m.method), of(m.method), false);
    assertThat(forgetful).isEqualTo(of(m.method).memory().isEmpty() || !matters(m));
  }

  /** Without a warm-up nothing is looked at. */
  private static boolean matters(LossMethods m) {
    return m != LossMethods.STCH_SHARP;
  }

  @ParameterizedTest
  @EnumSource(Methods.class)
  void aMethodThatMixesGradientsGoesOn(Methods m) {
    assertThat(goesOn(of(m.method), of(m.method), true)).isTrue();
    assertThat(goesOn(of(m.method), of(m.method), false))
        .isEqualTo(of(m.method).memory().isEmpty());
  }

  /** Such a test finds one that remembers something and does not say so. */
  @Test
  void whatIsNotSaidIsMissed() {
    assertThat(goesOn(silent(of(Balancing.famo())), silent(of(Balancing.famo())), true)).isFalse();
    assertThat(goesOn(silent(of(Balancing.moCo())), silent(of(Balancing.moCo())), true)).isFalse();
  }

  private static Steps silent(Steps steps) {
    return new Steps() {
      @Override
      public double[] weights(int step) {
        return steps.weights(step);
      }

      @Override
      public List<double[]> memory() {
        return List.of();
      }
    };
  }
}
