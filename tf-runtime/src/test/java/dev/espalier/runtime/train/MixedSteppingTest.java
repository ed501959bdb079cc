package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.GradientForm;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.Garden.GardenTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps whose shared parameters descend along a mixture of the tasks' gradients. */
class MixedSteppingTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);
  private static final double RATE = 0.01;

  /** A method of a test. */
  private record Mixed(Function<TaskGradients, double[]> weights) implements GradientBalancing {
    @Override
    public String name() {
      return "mixed";
    }

    @Override
    public Mixing start(Start run) {
      return weights::apply;
    }
  }

  /** A model between whose values before and after a run a test looks. */
  private static final class Run implements AutoCloseable {
    private final ModelSession session;
    private final EncodedRows rows;

    Run(GeneratedModel<Garden, ?, ?> model) {
      this(model, RATE);
    }

    Run(GeneratedModel<Garden, ?, ?> model, double rate) {
      RawColumns raw = RawColumns.read(Dataset.of(ROWS), model.codec(), model.info().needs());
      Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
      rows = preprocessing.encode(raw);
      session = new ModelSession(model, model.info(), Optimizer.sgd(rate), preprocessing, 1);
      session.assign(session.plan().initialValues(model.info(), 1));
    }

    Map<String, float[]> after(Balancing balancing, int batchSize, double[] lossWeights) {
      return after(balancing, batchSize, 1, lossWeights);
    }

    Map<String, float[]> after(
        Balancing balancing, int batchSize, int epochs, double[] lossWeights) {
      TrainerBuilder<GardenTask, TrainerOptions> builder =
          new TrainerBuilder<GardenTask, TrainerOptions>(all -> all)
              .epochs(epochs)
              .batchSize(batchSize)
              .seed(3)
              .balancing(balancing);
      for (GardenTask task : GardenTask.values()) {
        builder.lossWeight(task, lossWeights[task.ordinal()]);
      }
      PlainRun.of(session, rows, builder.build());
      return session.values();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private static double[] ones(TaskGradients gradients) {
    double[] ones = new double[gradients.tasks().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Batches of one row lack the label of one task or another. */
  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void thePlainSumIsTheStepOfFixedWeights(int batchSize) {
    double[] lossWeights = {1, 0.3, 2, 0.7};
    List<Integer> present = new ArrayList<>();
    Balancing sum =
        new Mixed(
            gradients -> {
              present.add(gradients.tasks().length);
              return ones(gradients);
            });
    // A batch norm of one row learns nothing.
    GeneratedModel<Garden, ?, ?> model =
        batchSize == 1 ? GardenModel.plain() : new GardenModel(true, p -> p);
    try (Run fixed = new Run(model);
        Run mixed = new Run(model)) {
      Map<String, float[]> expected = fixed.after(Balancing.fixedWeights(), batchSize, lossWeights);
      Map<String, float[]> found = mixed.after(sum, batchSize, lossWeights);
      assertThat(found).hasSameSizeAs(expected);
      expected.forEach(
          (path, values) -> {
            for (int i = 0; i < values.length; i++) {
              assertThat(found.get(path)[i]).as(path).isCloseTo(values[i], within(2e-5f));
            }
          });
      assertThat(present).hasSize(60 / batchSize).contains(batchSize == 1 ? 3 : 4);
    }
  }

  /** What descent moves is as long as the inner products say, and only what is shared is mixed. */
  @Test
  void innerProductsAreThoseOfWhatIsMixed() {
    double[] weights = {1, -2, 0.5, 3};
    double[] square = new double[1];
    double[] losses = new double[4];
    Balancing method =
        new Mixed(
            gradients -> {
              for (int i = 0; i < 4; i++) {
                losses[i] = gradients.losses()[i];
                for (int j = 0; j < 4; j++) {
                  square[0] += weights[i] * weights[j] * gradients.gram().at(i, j);
                }
              }
              return weights;
            });
    double[] even = {1, 1, 1, 1};
    try (Run plain = new Run(GardenModel.plain());
        Run mixed = new Run(GardenModel.plain())) {
      Map<String, float[]> before = mixed.session.values();
      Map<String, float[]> after = mixed.after(method, 60, even);
      Map<String, float[]> fixed = plain.after(Balancing.fixedWeights(), 60, even);
      double moved = 0;
      for (Map.Entry<String, float[]> each : before.entrySet()) {
        String path = each.getKey();
        if (path.startsWith("tasks.")) {
          assertThat(after.get(path)).as(path).containsExactly(fixed.get(path), within(1e-6f));
        } else {
          for (int i = 0; i < each.getValue().length; i++) {
            double step = (after.get(path)[i] - each.getValue()[i]) / RATE;
            moved += step * step;
          }
        }
      }
      assertThat(square[0]).isPositive();
      assertThat(moved / square[0]).isCloseTo(1, within(1e-3));
      assertThat(losses).doesNotContain(0);
    }
  }

  /** Notes what a step is given; the rate of learning is so small that nothing moves. */
  private static final class Watching implements GradientBalancing {
    private final GradientForm form;
    private final double rate;
    private final List<TaskGradients> seen = new ArrayList<>();

    Watching(GradientForm form, double rate) {
      this.form = form;
      this.rate = rate;
    }

    static List<TaskGradients> twoSteps(GradientForm form, double rate) {
      Watching watching = new Watching(form, rate);
      try (Run run = new Run(GardenModel.plain(), 1e-30)) {
        run.after(watching, 60, 2, new double[] {1, 0.5, 2, 3});
      }
      return watching.seen;
    }

    @Override
    public String name() {
      return "watching";
    }

    @Override
    public GradientForm form() {
      return form;
    }

    @Override
    public boolean averages() {
      return rate < 1;
    }

    @Override
    public double averagingRate(long step) {
      return rate;
    }

    @Override
    public Mixing start(Start run) {
      return gradients -> {
        seen.add(gradients);
        return ones(gradients);
      };
    }
  }

  @Test
  void averagesStartAtNothingAndMoveTowardsTheGradients() {
    TaskGradients plain = Watching.twoSteps(GradientForm.PLAIN, 1).get(0);
    List<TaskGradients> averaged = Watching.twoSteps(GradientForm.PLAIN, 0.25);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double product = plain.gram().at(i, j);
        double scale = plain.gram().norm(i) * plain.gram().norm(j);
        assertThat(averaged.get(0).gram().at(i, j))
            .isCloseTo(0.25 * 0.25 * product, within(1e-6 * scale));
        double second = 1 - 0.75 * 0.75;
        assertThat(averaged.get(1).gram().at(i, j))
            .isCloseTo(second * second * product, within(1e-6 * scale));
      }
    }
  }

  @Test
  void gradientsComeInTheFormThatTheMethodWants() {
    TaskGradients plain = Watching.twoSteps(GradientForm.PLAIN, 1).get(0);
    TaskGradients logs = Watching.twoSteps(GradientForm.LOG_LOSS, 1).get(0);
    TaskGradients units = Watching.twoSteps(GradientForm.UNIT_TIMES_LOSS, 1).get(0);
    for (int i = 0; i < 4; i++) {
      double loss = plain.losses()[i];
      assertThat(logs.gram().norm(i)).isCloseTo(plain.gram().norm(i) / loss, withinPercentage(.01));
      assertThat(units.gram().norm(i)).isCloseTo(loss, withinPercentage(.01));
      for (int j = 0; j < 4; j++) {
        assertThat(logs.gram().cosine(i, j)).isCloseTo(plain.gram().cosine(i, j), within(1e-5));
        assertThat(units.gram().cosine(i, j)).isCloseTo(plain.gram().cosine(i, j), within(1e-5));
      }
    }
  }

  @Test
  void withoutSharedParametersThereIsNothingToMix() {
    TrainerBuilder<GardenTask, GardenTrainer> frozen =
        GardenTrainer.plain().frozen("trunk", "tables").balancing(Balancing.pcGrad());
    assertThatThrownBy(frozen::build)
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "PCGrad mixes the gradients of tasks in the parameters that they share. Found no"
                + " parameter of Garden that several trained tasks reach and that is not frozen;"
                + " expected one, or balancing with Balancing.fixedWeights().");
  }

  static List<Balancing> methods() {
    return List.of(
        Balancing.gradNorm(),
        Balancing.pcGrad(),
        Balancing.mgda(),
        Balancing.caGrad(),
        Balancing.gradVac(),
        Balancing.imtlG(),
        Balancing.nashMtl(),
        Balancing.alignedMtl(),
        Balancing.upGrad(),
        Balancing.fairGrad(),
        Balancing.dualProj(),
        Balancing.conFig(),
        Balancing.moCo(),
        Balancing.dbMtl());
  }

  /** Two trainings, equal to the bit, that both learn. */
  @ParameterizedTest
  @MethodSource("methods")
  void learns(Balancing method) {
    Evaluation first = trained(method);
    assertThat(trained(method)).isEqualTo(first);
    assertThat(first.metric(GardenTask.tasty, "auc")).isGreaterThan(0.85);
    assertThat(first.metric(GardenTask.height, "r2")).isGreaterThan(0.5);
  }

  private static Evaluation trained(Balancing method) {
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(15).batchSize(30).seed(2).balancing(method).build()) {
      trainer.fit(Dataset.of(Garden.grow(300, 1)));
      return trainer.evaluate(Dataset.of(Garden.grow(100, 2)));
    }
  }
}
