package dev.espalier.runtime.train.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.Changed;
import dev.espalier.runtime.train.Garden;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.GardenModel;
import dev.espalier.runtime.train.GardenTrainer;
import dev.espalier.runtime.train.PlainRun;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Which weights a run that fails leaves, and what it says. */
class LastGoodTest {
  private static final List<Garden> ROWS = Garden.grow(60, 1);

  @TempDir Path folder;

  /** A run of the garden model with its session at hand. */
  private static final class Run implements AutoCloseable {
    final EncodedRows rows;
    final ModelSession session;
    final Map<String, float[]> initial;

    Run(GeneratedModel<Garden, ?, ?> model) {
      RawColumns raw = RawColumns.read(Dataset.of(ROWS), model.codec(), model.info().needs());
      Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
      rows = preprocessing.encode(raw);
      session = new ModelSession(model, model.info(), Optimizer.sgd(1e-3), preprocessing, 1);
      session.assign(session.plan().initialValues(model.info(), 1));
      initial = session.values();
    }

    /** Runs with batches of 10; after some step, counted from 1, all weights become a number. */
    void blowUp(int interval, int afterStep, float value) {
      TrainingListener blow =
          new TrainingListener() {
            private int steps;

            @Override
            public void stepEnded(StepReport step) {
              if (++steps == afterStep) {
                Map<String, float[]> values = session.values();
                values.values().forEach(array -> Arrays.fill(array, value));
                session.assign(values);
              }
            }
          };
      TrainerOptions options =
          new TrainerBuilder<GardenTask, TrainerOptions>(all -> all)
              .epochs(1)
              .batchSize(10)
              .listener(blow)
              .build();
      PlainRun.of(session, rows, options, (of, stepping) -> new LastGood(of, stepping, interval));
    }

    void assertBackAtTheBeginning() {
      Map<String, float[]> now = session.values();
      initial.forEach((path, values) -> assertThat(now.get(path)).as(path).isEqualTo(values));
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void weightsThatBlewUpRightBeforeTheyAreKeptAreNotGood() {
    for (float value : new float[] {1e30f, Float.NaN}) {
      try (Run run = new Run(GardenModel.plain())) {
        assertThatThrownBy(() -> run.blowUp(3, 3, value))
            .isInstanceOf(TrainingException.class)
            .hasMessageContaining("`height`")
            .hasMessageContaining("epoch 1, step 4")
            .hasMessageContaining("the weights of 3 steps before");
        run.assertBackAtTheBeginning();
      }
    }
  }

  @Test
  void aBlowUpInTheLastStepIsNoticed() {
    try (Run run = new Run(GardenModel.plain())) {
      assertThatThrownBy(() -> run.blowUp(100, 6, Float.POSITIVE_INFINITY))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("not finite at the end of epoch 1")
          .hasMessageContaining("the weights of 6 steps before");
      run.assertBackAtTheBeginning();
    }
  }

  /** Asserts of the user's own graph, or anything else that TensorFlow refuses. */
  private static ModelGraph refusing(GraphBuilder g, ModelGraph network) {
    if (!g.withLosses()) {
      return network;
    }
    List<ModelGraph.TaskGraph> tasks = new ArrayList<>(network.tasks());
    ModelGraph.TaskGraph first = tasks.get(0);
    var losses = first.loss().orElseThrow();
    // Ten rows have no element of index 99.
    Operand<TFloat32> none =
        g.tf().gather(losses.losses(), g.tf().constant(new int[] {99}), g.tf().constant(0));
    tasks.set(
        0,
        new ModelGraph.TaskGraph(
            Optional.of(
                new ModelGraph.WeightedLosses(
                    g.tf().math.add(losses.losses(), none), losses.weights())),
            first.logits(),
            first.prediction(),
            first.outputs()));
    return new ModelGraph(tasks);
  }

  @Test
  void whatElseFailsInAStepSaysWhereAndWhy() {
    try (Run run = new Run(new Changed(LastGoodTest::refusing))) {
      assertThatThrownBy(() -> run.blowUp(3, 100, 0))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("A step failed at epoch 1, step 1")
          .hasCauseInstanceOf(RuntimeException.class);
      run.assertBackAtTheBeginning();
    }
  }

  @Test
  void weightsThatAreNotFiniteAreNotSaved() throws Exception {
    Path file = folder.resolve("model");
    Files.writeString(file, "before");
    List<Throwable> refused = new ArrayList<>();
    GardenTrainer[] self = new GardenTrainer[1];
    TrainingListener saving =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            try {
              self[0].save(file);
            } catch (TrainingException e) {
              refused.add(e);
            }
          }
        };
    try (GardenTrainer trainer =
        GardenTrainer.plain()
            .epochs(1)
            .batchSize(60)
            .optimizer(Optimizer.sgd(1))
            .learningRate(1e39)
            .listener(saving)
            .build()) {
      self[0] = trainer;
      assertThatThrownBy(() -> trainer.fit(Dataset.of(ROWS)))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("at the end of epoch 1");
      assertThat(refused).hasSize(1);
      assertThat(refused.get(0)).hasMessageContaining("was not saved");
      assertThat(Files.readString(file)).isEqualTo("before");
      trainer.save(file);
    }
  }

  @Test
  void aBatchWithoutLabelsIsNoStepAndHasNoLosses() {
    List<Garden> rows = new ArrayList<>(ROWS.subList(0, 20));
    ROWS.subList(20, 60).forEach(row -> rows.add(row.labelled(null, null, null, null)));
    List<Boolean> without = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            without.add(Arrays.stream(step.losses()).allMatch(Double::isNaN));
          }
        };
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(1).batchSize(1).listener(listener).build()) {
      trainer.fit(Dataset.of(rows));
    }
    assertThat(without).hasSize(60);
    assertThat(without.stream().filter(none -> none)).hasSize(40);
  }
}
