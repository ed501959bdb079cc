package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.step.LossTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.step.SteppingOptions;
import dev.espalier.runtime.step.TrainingState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session keeps of a run is all that another one needs to go on to the same bits. */
class TrainingStateTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);
  private static final double[] LOSS_WEIGHTS = {1, 0.5, 2, 1};

  /** A way of training that keeps something. */
  private enum Case {
    ADAM(Optimizer.adam(1e-2), Balancing.fixedWeights()),
    MOMENTUM(Optimizer.sgd(1e-2, 0.9, true), Balancing.pcGrad()),
    RMS_PROP(Optimizer.rmsProp(1e-2, 0.9, 0.5, 1e-7), Balancing.geometricLoss()),
    AVERAGES(Optimizer.adagrad(1e-2), new Averaged());

    final Optimizer optimizer;
    final Balancing balancing;

    Case(Optimizer optimizer, Balancing balancing) {
      this.optimizer = optimizer;
      this.balancing = balancing;
    }
  }

  /** A method whose whole memory is the averages of gradients. */
  private record Averaged() implements GradientBalancing {
    @Override
    public String name() {
      return "averaged";
    }

    @Override
    public boolean averages() {
      return true;
    }

    @Override
    public double averagingRate(long step) {
      return 0.3;
    }

    @Override
    public Mixing start(Start run) {
      return gradients -> {
        double[] ones = new double[gradients.tasks().length];
        Arrays.fill(ones, 1);
        return ones;
      };
    }
  }

  /** Some steps of a run in a session of its own. */
  private static final class Steps implements AutoCloseable {
    private final GardenRun run;
    final ModelSession session;
    private final Stepping stepping;

    Steps(Case c) {
      run = new GardenRun(new GardenModel(true, p -> p), ROWS, c.optimizer);
      session = run.session();
      session.assign(session.plan().initialValues(new GardenModel(true, p -> p).info(), 1));
      stepping =
          Stepping.of(
              session,
              new SteppingOptions(c.balancing, LOSS_WEIGHTS, 0, 1, 5),
              new BalanceTotals(4));
      session.resetOptimizer();
    }

    void take(int from, int to) {
      LossTotals losses = new LossTotals(4);
      for (int step = from; step <= to; step++) {
        try (Batch batch = Batches.inOrder(run.rows(), 10).fill(step - 1)) {
          BitSet taking = batch.tasks();
          // The second task joins later: it has updates of its own to count.
          if (step < 3) {
            taking.clear(1);
          }
          StepInputs inputs = stepping.weighed(new StepInputs(5, step, LOSS_WEIGHTS, 1e-2), taking);
          stepping.step(1, taking, batch, inputs, losses);
          session.training().rates().stepped(taking);
        }
      }
    }

    @Override
    public void close() {
      run.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void stepsGoOnToTheSameBits(Case c) {
    try (Steps whole = new Steps(c);
        Steps begun = new Steps(c);
        Steps resumed = new Steps(c)) {
      whole.take(1, 6);
      begun.take(1, 3);
      // Another way before: what it kept is gone.
      resumed.take(4, 6);
      resumed.session.assign(begun.session.values());
      resumed.session.assign(begun.session.trainingState());
      resumed.take(4, 6);
      assertSame(whole.session.values(), resumed.session.values());
      TrainingState expected = whole.session.trainingState();
      TrainingState found = resumed.session.trainingState();
      assertSame(expected.arrays(), found.arrays());
      assertThat(found.counts()).isEqualTo(expected.counts());
    }
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> found) {
    assertThat(found).hasSameSizeAs(expected);
    expected.forEach((name, values) -> assertThat(found.get(name)).as(name).isEqualTo(values));
  }

  @Test
  void namesWhatItHolds() {
    try (Steps adam = new Steps(Case.ADAM);
        Steps averages = new Steps(Case.AVERAGES)) {
      adam.take(1, 2);
      TrainingState state = adam.session.trainingState();
      assertThat(state.arrays())
          .containsKeys("slots/m/trunk.hidden1.kernel", "slots/v/tables.soil")
          .hasSize(2 * adam.session.training().learnable().size());
      assertThat(state.counts())
          .isEqualTo(
              Map.of(
                  "updates/0,1,2,3",
                  2L,
                  "updates/0",
                  2L,
                  "updates/1",
                  0L,
                  "updates/2",
                  2L,
                  "updates/3",
                  2L));
      averages.take(1, 1);
      assertThat(averages.session.trainingState().arrays())
          .containsKeys("gradient averages", "slots/squares/trunk.hidden1.kernel");
    }
  }

  @Test
  void whatDoesNotFitChangesNothing() {
    try (Steps adam = new Steps(Case.ADAM);
        Steps averages = new Steps(Case.AVERAGES)) {
      adam.take(1, 2);
      averages.take(1, 1);
      TrainingState kept = adam.session.trainingState();
      assertThatThrownBy(() -> adam.session.assign(averages.session.trainingState()))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("gradient averages")
          .hasMessageContaining("slots/m/trunk.hidden1.kernel");
      Map<String, float[]> shorter = new HashMap<>(kept.arrays());
      shorter.put("slots/m/trunk.hidden1.kernel", new float[3]);
      assertThatThrownBy(() -> adam.session.assign(new TrainingState(shorter, kept.counts())))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("`slots/m/trunk.hidden1.kernel` has 3 numbers; expected 120");
      assertThatThrownBy(
              () -> adam.session.assign(new TrainingState(kept.arrays(), Map.of("updates/0", 1L))))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("counts [updates/0]; expected [updates/0,1,2,3,");
      assertSame(kept.arrays(), adam.session.trainingState().arrays());
      assertThat(adam.session.trainingState().counts()).isEqualTo(kept.counts());
    }
  }
}
