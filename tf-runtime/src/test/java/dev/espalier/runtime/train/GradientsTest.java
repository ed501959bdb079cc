package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What one step does to the weights, against finite differences of a reference in double precision.
 *
 * <p>A step of gradient descent at rate 1 over all rows takes the gradient off the weights, so that
 * the difference of two files is the gradient.
 */
class GradientsTest {
  private static final List<Garden> ROWS = Garden.grow(40, 3);
  private static final double[] LOSS_WEIGHTS = {1, 0.5, 2, 1};

  private static TrainerBuilder<GardenTask, GardenTrainer> oneStep(
      UnaryOperator<Parameter> options) {
    return GardenTrainer.of(new GardenModel(false, options))
        .epochs(1)
        .optimizer(Optimizer.sgd(1))
        .batchSize(ROWS.size());
  }

  /** Weights before a step (a run at a rate that moves nothing) and after it. */
  private record Step(Map<String, float[]> before, Map<String, float[]> after) {

    static Step of(TrainerBuilder<GardenTask, GardenTrainer> builder, List<Garden> rows) {
      try (GardenTrainer still = builder.learningRate(1e-30).build();
          GardenTrainer moved = builder.learningRate(1).build()) {
        still.fit(Dataset.of(rows));
        moved.fit(Dataset.of(rows));
        return new Step(Weights.of(still), Weights.of(moved));
      }
    }

    double gradient(String path, int i) {
      return (double) before.get(path)[i] - after.get(path)[i];
    }
  }

  private static Map<String, double[]> doubles(Map<String, float[]> values) {
    Map<String, double[]> doubles = new LinkedHashMap<>();
    values.forEach(
        (path, x) -> {
          double[] y = new double[x.length];
          Arrays.setAll(y, i -> x[i]);
          doubles.put(path, y);
        });
    return doubles;
  }

  private static double objective(GardenReference reference, Map<String, double[]> weights) {
    double[] losses = reference.losses(weights);
    double sum = 0;
    for (int task = 0; task < losses.length; task++) {
      sum += LOSS_WEIGHTS[task] * losses[task];
    }
    return sum;
  }

  /** The derivative of the reference's objective in one weight. */
  private static double difference(
      GardenReference reference, Map<String, double[]> weights, double[] values, int i) {
    double h = 1e-5;
    double at = values[i];
    values[i] = at + h;
    double above = objective(reference, weights);
    values[i] = at - h;
    double below = objective(reference, weights);
    values[i] = at;
    return (above - below) / (2 * h);
  }

  private static void assertGradients(List<Garden> rows) {
    GardenReference reference = new GardenReference(rows);
    Step step = Step.of(oneStep(p -> p), rows);
    Map<String, double[]> weights = doubles(step.before());
    weights.forEach(
        (path, values) -> {
          for (int i = 0; i < values.length; i++) {
            assertThat(step.gradient(path, i))
                .as("gradient of %s[%d]", path, i)
                .isCloseTo(difference(reference, weights, values, i), within(2e-6));
          }
        });
  }

  @Test
  void areThoseOfTheReference() {
    assertGradients(ROWS);
  }

  @Test
  void missingLabelsHaveNoPart() {
    List<Garden> sparse = new ArrayList<>(ROWS);
    for (int i = 0; i < sparse.size(); i++) {
      Garden g = sparse.get(i);
      if (i % 3 != 0) {
        sparse.set(i, g.labelled(g.tasty(), null, g.height(), null));
      }
    }
    assertGradients(sparse);
  }

  @Test
  void lossesAreThoseOfTheReference() {
    GardenReference reference = new GardenReference(ROWS);
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(5).batchSize(8).build()) {
      trainer.fit(Dataset.of(ROWS));
      double[] expected = reference.losses(doubles(Weights.of(trainer)));
      Evaluation found = trainer.evaluate(Dataset.of(ROWS));
      for (GardenTask task : GardenTask.values()) {
        assertThat(found.loss(task)).isCloseTo(expected[task.ordinal()], within(1e-5));
      }
    }
  }

  @Test
  void epochLossIsTheWeightedMeanOverItsBatches() {
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(1).batchSize(7).learningRate(1e-30).build()) {
      History history = trainer.fit(Dataset.of(ROWS));
      Evaluation found = trainer.evaluate(Dataset.of(ROWS));
      for (GardenTask task : GardenTask.values()) {
        assertThat(history.last().loss(task)).isCloseTo(found.loss(task), within(1e-5));
      }
    }
  }

  @Test
  void taskOfWeightZeroMovesNothing() {
    Step step = Step.of(oneStep(p -> p).lossWeight(GardenTask.height, 0), ROWS);
    assertThat(step.after().get("tasks.height.logits.kernel"))
        .containsExactly(step.before().get("tasks.height.logits.kernel"));
    assertThat(step.after().get("tasks.family.logits.kernel"))
        .isNotEqualTo(step.before().get("tasks.family.logits.kernel"));
  }

  @Test
  void taskWithoutLabelsInABatchTakesNoPartInItsStep() {
    // Adam's momentum would go on moving a head whose gradient is zero.
    List<Garden> rows = new ArrayList<>(ROWS);
    rows.replaceAll(g -> g.labelled(null, g.family(), g.height(), g.uses()));
    rows.set(0, ROWS.get(0).labelled(true, 1, 3f, ROWS.get(0).uses()));
    List<Map<String, float[]>> seen = new ArrayList<>();
    List<Boolean> there = new ArrayList<>();
    GardenTrainer[] self = new GardenTrainer[1];
    TrainingListener watch =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            seen.add(Weights.of(self[0]));
            there.add(!Double.isNaN(step.losses()[0]));
          }
        };
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(2).batchSize(10).listener(watch).build()) {
      self[0] = trainer;
      trainer.fit(Dataset.of(rows));
    }
    assertThat(there).hasSize(8).filteredOn(has -> has).hasSize(2);
    for (int i = 1; i < seen.size(); i++) {
      boolean moved =
          !Arrays.equals(
              seen.get(i).get("tasks.tasty.hidden.kernel"),
              seen.get(i - 1).get("tasks.tasty.hidden.kernel"));
      assertThat(moved).as("step %d", i).isEqualTo(there.get(i));
      assertThat(seen.get(i).get("trunk.hidden1.kernel"))
          .isNotEqualTo(seen.get(i - 1).get("trunk.hidden1.kernel"));
    }
  }

  @Test
  void frozenPartsStayToTheBit() {
    Step step = Step.of(oneStep(p -> p).frozen("trunk", "tables.soil"), ROWS);
    for (String path : List.of("trunk.hidden1.kernel", "trunk.hidden1.bias", "tables.soil")) {
      assertThat(step.after().get(path)).containsExactly(step.before().get(path));
    }
    assertThat(step.after().get("tables.colour")).isNotEqualTo(step.before().get("tables.colour"));
    Step thawed = Step.of(oneStep(Parameter::asFrozen).thawed("trunk.hidden1.bias"), ROWS);
    assertThat(thawed.after().get("trunk.hidden1.bias"))
        .isNotEqualTo(thawed.before().get("trunk.hidden1.bias"));
    assertThat(thawed.after().get("tasks.uses.logits.bias"))
        .containsExactly(thawed.before().get("tasks.uses.logits.bias"));
  }

  @Test
  void regularizationAddsToTheGradient() {
    Step free = Step.of(oneStep(p -> p), ROWS);
    Step held = Step.of(oneStep(p -> p.regularized(0.1, 0.3)), ROWS);
    free.before()
        .forEach(
            (path, weights) -> {
              for (int i = 0; i < weights.length; i++) {
                // Biases were 0 before the step at a rate of 1e-30 left its trace.
                double weight = Math.abs(weights[i]) < 1e-20 ? 0 : weights[i];
                double penalty = 0.3 * weight + 0.1 * Math.signum(weight);
                assertThat(held.gradient(path, i))
                    .as("%s[%d]", path, i)
                    .isCloseTo(free.gradient(path, i) + penalty, within(1e-6));
              }
            });
  }

  @Test
  void rateScaleScalesTheStep() {
    Step whole = Step.of(oneStep(p -> p), ROWS);
    Step half = Step.of(oneStep(p -> p.path().startsWith("trunk") ? p.scaledBy(0.5) : p), ROWS);
    for (int i = 0; i < 8; i++) {
      assertThat(half.gradient("trunk.hidden1.bias", i))
          .isCloseTo(whole.gradient("trunk.hidden1.bias", i) / 2, within(1e-6));
    }
    assertThat(half.after().get("tasks.uses.logits.bias"))
        .containsExactly(whole.after().get("tasks.uses.logits.bias"));
  }
}
