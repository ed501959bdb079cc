package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.sharing.SharingTable;
import dev.espalier.runtime.train.ModelProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks with stems: their own inputs, one trunk. */
class StemsTest {

  /** Two instruments look at one thing; a row is what one of them saw. */
  @SharedTrunk(network = Trunk.class)
  record Thing(
      @Numeric(length = 6, normalize = Normalize.UNCHANGED) float[] seen,
      @Numeric(length = 4, normalize = Normalize.UNCHANGED) float[] felt,
      @TaskHead(stem = Eye.class) Boolean large,
      @TaskHead(stem = Nose.class) Float weight) {

    /** What an instrument makes of a size and a density. */
    static float[] through(int instrument, int length, double size, double density) {
      float[] made = new float[length];
      for (int i = 0; i < length; i++) {
        made[i] =
            (float) (Math.sin(i + instrument) * size + Math.cos(2 * i - instrument) * density);
      }
      return made;
    }
  }

  interface Eye {
    @Dense(8)
    @BatchNorm(momentum = 0.9)
    @Tanh
    Tensor out(Tensor seen);
  }

  interface Nose {
    @Dense(8)
    @BatchNorm(momentum = 0.9)
    @Tanh
    Tensor out(Tensor felt);
  }

  interface Trunk {
    @Dense(16)
    @BatchNorm(momentum = 0.9)
    @Relu
    Tensor wide(Tensor in);

    @Dense(16)
    @Relu
    Tensor out(Tensor wide);
  }

  /** Seen ones, felt ones, or one of the two by turns. */
  private static List<Thing> things(int count, long seed, boolean seen, boolean felt) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double size = 2 * random.nextDouble() - 1;
      double density = 2 * random.nextDouble() - 1;
      boolean look = seen && (!felt || i % 2 == 0);
      things.add(
          look
              ? new Thing(Thing.through(1, 6, size, density), null, size > density, null)
              : new Thing(
                  null, Thing.through(2, 4, size, density), null, (float) (3 * size + density)));
    }
    return things;
  }

  private static StemsTestThingTrainer trainer(int epochs, long seed) {
    return StemsTestThingTrainer.builder()
        .epochs(epochs)
        .batchSize(50)
        .learningRate(0.01)
        .seed(seed)
        .build();
  }

  @Test
  void rowsOfEitherInputTeachOneTrunk(@TempDir Path folder) {
    List<Thing> test = things(400, 2, true, true);
    try (StemsTestThingTrainer trainer = trainer(20, 1)) {
      trainer.fit(StemsTestThingData.of(things(1500, 1, true, true)));
      int right = 0;
      double error = 0;
      List<StemsTestThingPrediction> found = trainer.predict(test);
      for (int i = 0; i < test.size(); i++) {
        if (test.get(i).seen() != null) {
          right += found.get(i).large() > 0.5f == test.get(i).large() ? 1 : 0;
          assertThat(found.get(i).weight()).isNull();
        } else {
          error += Math.abs(found.get(i).weight() - test.get(i).weight());
          assertThat(found.get(i).large()).isNull();
        }
      }
      assertThat(right).isGreaterThan(185);
      assertThat(error / 200).isLessThan(0.25);
      Path file = folder.resolve("things.espalier");
      trainer.save(file);
      try (StemsTestThingPredictor predictor = StemsTestThingPredictor.load(file)) {
        assertThat(predictor.predict(test)).isEqualTo(found);
      }
    }
  }

  @Test
  void theTrunkIsSharedAndTheStemsAreNot() {
    ModelInfo info = new StemsTestThingGraph().info();
    assertThat(info.parameters().stream().filter(Parameter::shared).map(Parameter::path))
        .containsExactly(
            "trunk.wide.kernel",
            "trunk.wide.bias",
            "trunk.wide.scale",
            "trunk.wide.shift",
            "trunk.out.kernel",
            "trunk.out.bias");
    assertThat(info.parameters().stream().filter(Parameter::lastShared).map(Parameter::path))
        .containsExactly("trunk.out.kernel", "trunk.out.bias");
    assertThat(info.states().stream().map(State::path))
        .containsExactly(
            "tasks.large.stem.out.mean",
            "tasks.large.stem.out.variance",
            "tasks.weight.stem.out.mean",
            "tasks.weight.stem.out.variance",
            "trunk@large.wide.mean",
            "trunk@large.wide.variance",
            "trunk@weight.wide.mean",
            "trunk@weight.wide.variance");
    assertThat(info.states()).allSatisfy(state -> assertThat(state.tasks()).hasSize(1));
    assertThat(info.boundary()).isEmpty();
    assertThat(info.needs().get(0).features()).containsExactly(0);
    assertThat(info.needs().get(1).features()).containsExactly(1);
  }

  /** What a task does not take part in stays as it was: its stem, its head, and all statistics. */
  @Test
  void aTaskAloneMovesNothingOfTheOther() {
    Map<String, float[]> before = values(1e-6);
    Map<String, float[]> after = values(0.01);
    assertThat(before.keySet()).isEqualTo(after.keySet());
    before.forEach(
        (path, values) -> {
          boolean stays = path.contains("weight");
          if (stays) {
            assertThat(after.get(path)).as(path).containsExactly(values);
          } else {
            assertThat(after.get(path)).as(path).isNotEqualTo(values);
          }
        });
    assertThat(after.get("trunk@weight.wide.mean")).containsOnly(0);
    assertThat(after.get("trunk@weight.wide.variance")).containsOnly(1);
  }

  /** After steps of the first task alone; at a rate of nearly 0 hardly anything moves. */
  private static Map<String, float[]> values(double rate) {
    try (StemsTestThingTrainer trainer =
        StemsTestThingTrainer.builder()
            .epochs(2)
            .learningRate(rate)
            .batchSize(50)
            .seed(3)
            .lossWeight(StemsTestThingTask.weight, 0)
            .build()) {
      trainer.fit(StemsTestThingData.of(things(200, 1, true, false)));
      return SavedWeights.of(trainer);
    }
  }

  @Test
  void equalSeedsGiveEqualBits() {
    Map<String, float[]> first = bits(1);
    Map<String, float[]> again = bits(1);
    first.forEach((path, values) -> assertThat(again.get(path)).as(path).containsExactly(values));
    assertThat(bits(2).get("trunk.wide.kernel")).isNotEqualTo(first.get("trunk.wide.kernel"));
  }

  private static Map<String, float[]> bits(long seed) {
    try (StemsTestThingTrainer trainer = trainer(3, seed)) {
      trainer.fit(StemsTestThingData.of(things(300, 1, true, true)));
      return SavedWeights.of(trainer);
    }
  }

  /** Two tasks that name one network have weights of their own, which start apart. */
  @Test
  void stemsOfOneNetworkAreApart() {
    Map<String, float[]> values;
    try (StemTasksTrainer trainer = StemTasksTrainer.builder().epochs(1).batchSize(12).build()) {
      trainer.fit(StemTasksData.of(StemTasks.rows()));
      values = SavedWeights.of(trainer);
    }
    assertThat(values.get("tasks.load.stem.out.kernel"))
        .hasSameSizeAs(values.get("tasks.stopped.stem.out.kernel"))
        .isNotEqualTo(values.get("tasks.stopped.stem.out.kernel"));
    assertThat(values.keySet().stream().filter(path -> path.endsWith("wide.kernel")))
        .containsExactly("trunk.wide.kernel");
    assertThat(values.keySet().stream().filter(path -> path.endsWith("wide.mean")))
        .containsExactlyInAnyOrder(
            "trunk@defect.wide.mean",
            "trunk@load.wide.mean",
            "trunk@stopped.wide.mean",
            "trunk.wide.mean");
  }

  /** The gradient of two tasks' losses in the trunk is the sum of what comes through each stem. */
  @Test
  void eachStemAddsToTheTrunksGradient() {
    try (ModelProbe probe =
        ModelProbe.of(new StemsTestThingGraph(), things(20, 4, true, true), 1)) {
      List<Map<VariableSpec, float[]>> gradients = probe.gradients();
      for (VariableSpec variable : probe.variables()) {
        boolean shared = variable.name().startsWith("trunk.");
        assertThat(gradients.stream().filter(each -> each.containsKey(variable)).count())
            .as(variable.name())
            .isEqualTo(shared ? 2 : 1);
        if (variable.name().equals("trunk.out.kernel")) {
          assertThat(gradients.get(0).get(variable)).isNotEqualTo(gradients.get(1).get(variable));
        }
      }
    }
  }

  @Test
  void layersAreFoundByTheirAddress() {
    List<Thing> things = things(60, 1, true, true);
    try (StemsTestThingTrainer trainer = trainer(1, 1)) {
      trainer.fit(StemsTestThingData.of(things));
      assertThat(trainer.activations("trunk@large.wide", things)).hasDimensions(60, 16);
      assertThat(trainer.activations("tasks.large.stem.out", things)).hasDimensions(60, 8);
      assertThatThrownBy(() -> trainer.activations("trunk.wide", things))
          .isInstanceOf(EspalierException.class)
          .hasMessageContaining("trunk@large.wide, trunk@weight.wide");
    }
  }

  @Test
  void anAddressFreezesEveryApplication() {
    List<Thing> things = things(100, 1, true, true);
    try (StemsTestThingTrainer trainer =
        StemsTestThingTrainer.builder().epochs(2).batchSize(50).frozen("trunk.wide").build()) {
      trainer.fit(StemsTestThingData.of(things));
      Map<String, float[]> values = SavedWeights.of(trainer);
      assertThat(values.get("trunk@large.wide.mean")).containsOnly(0);
      assertThat(values.get("trunk@weight.wide.variance")).containsOnly(1);
      assertThat(values.get("trunk.wide.scale")).containsOnly(1);
      assertThat(values.get("tasks.large.stem.out.mean")).doesNotContain(0);
    }
  }

  @Test
  void aLabelWithoutWhatItsStemTakesIsRefused() {
    Thing wrong = new Thing(new float[6], null, true, 1f);
    try (StemsTestThingTrainer trainer = trainer(1, 1)) {
      assertThatThrownBy(() -> trainer.fit(StemsTestThingData.of(wrong)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("the task needs feature \"felt\", which is absent in this row");
    }
  }

  /** Gates are those behind each task's stem; what rows lack is no part of their means. */
  @Test
  void whatASchemeLearntBehindStemsCanBeLookedAt() {
    List<StemTasks> rows = StemTasks.rows();
    try (StemTasksMixedTrainer mixed =
            StemTasksMixedTrainer.builder().epochs(2).batchSize(6).build();
        StemTasksStitchedTrainer stitched =
            StemTasksStitchedTrainer.builder().epochs(2).batchSize(6).build()) {
      mixed.fit(StemTasksData.of(rows));
      SharingTable gates = mixed.sharing(rows).tables().get(0);
      assertThat(gates.rows()).containsExactly("defect", "load", "stopped", "old");
      for (List<Double> row : gates.values()) {
        assertThat(row.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-5));
      }
      stitched.fit(StemTasksData.of(rows));
      for (SharingTable stitch : stitched.sharing(rows).tables()) {
        assertThat(stitch.rows())
            .containsExactlyInAnyOrder("defect", "load", "stopped", "old")
            .doesNotHaveDuplicates();
      }
      assertThat(SavedWeights.of(stitched).keySet().stream().filter(path -> path.contains("@")))
          .allMatch(path -> path.endsWith(".mean") || path.endsWith(".variance"));
    }
  }
}
