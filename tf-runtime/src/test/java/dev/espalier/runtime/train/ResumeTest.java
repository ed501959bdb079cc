package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Streaming;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped and gone on with is the run that was never stopped, to the bit. */
class ResumeTest {
  private static final List<Garden> ROWS = Garden.grow(60, 1);
  private static final Dataset<Garden> TRAIN = Dataset.of(ROWS);
  private static final Dataset<Garden> HELD = Dataset.of(Garden.grow(40, 2));

  @TempDir Path folder;

  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.of(new GardenModel(true, p -> p)).epochs(3).batchSize(11).seed(5);
  }

  /** What a run ended with: its model, and what it reported but for times. */
  private record Outcome(byte[] model, History history) {

    void assertSame(Outcome other) {
      assertThat(model).isEqualTo(other.model);
      assertThat(history.end()).isEqualTo(other.history.end());
      assertThat(history.epochs()).hasSameSizeAs(other.history.epochs());
      for (int i = 0; i < history.epochs().size(); i++) {
        EpochReport mine = history.epochs().get(i);
        EpochReport others = other.history.epochs().get(i);
        assertThat(mine.epoch()).isEqualTo(others.epoch());
        assertThat(mine.losses()).isEqualTo(others.losses());
        assertThat(mine.balance()).isEqualTo(others.balance());
        assertThat(mine.validation()).isEqualTo(others.validation());
        assertThat(mine.stopped()).isEqualTo(others.stopped());
        assertThat(mine.rows()).isEqualTo(others.rows());
      }
    }
  }

  private Outcome outcome(
      TrainerBuilder<GardenTask, GardenTrainer> builder,
      Consumer<GardenTrainer> before,
      Function<GardenTrainer, History> fit) {
    try (GardenTrainer trainer = builder.build()) {
      before.accept(trainer);
      History history = fit.apply(trainer);
      Path file = folder.resolve("model");
      trainer.save(file);
      return new Outcome(Files.readAllBytes(file), history);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Compares a run with one that ends after some steps and is gone on with in another trainer. */
  private void assertGoesOn(
      UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options,
      Function<GardenTrainer, History> fit,
      long steps) {
    Outcome whole = outcome(options.apply(builder()), trainer -> {}, fit);
    Path checkpoints = folder.resolve("steps" + steps);
    Outcome begun =
        outcome(
            options.apply(builder()).checkpoints(Checkpoints.in(checkpoints)).maxSteps(steps),
            trainer -> {},
            fit);
    assertThat(begun.history().end()).isEqualTo(RunEnd.STEP_LIMIT);
    outcome(
            options.apply(builder()).checkpoints(Checkpoints.in(checkpoints)),
            trainer -> trainer.resume(checkpoints),
            fit)
        .assertSame(whole);
  }

  private static History fit(GardenTrainer trainer) {
    return trainer.fit(TRAIN, HELD);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 6, 9})
  void goesOnAfterAnyStep(long steps) {
    assertGoesOn(options -> options, ResumeTest::fit, steps);
  }

  /** Something that remembers. */
  private enum Case {
    MOMENTUM(b -> b.optimizer(Optimizer.sgd(1e-2, 0.9, true))),
    FAMO(b -> b.balancing(Balancing.famo())),
    DYNAMIC_WEIGHTS(b -> b.balancing(Balancing.dynamicWeightAverage())),
    GRAD_NORM(b -> b.balancing(Balancing.gradNorm())),
    GRAD_DROP(b -> b.balancing(Balancing.gradDrop())),
    MO_CO(b -> b.balancing(Balancing.moCo())),
    REPORTS(b -> b.reportGradients(2)),
    SCHEDULE(b -> b.rateSchedule(RateSchedule.cosine())),
    CURRICULUM(b -> b.curriculum(Curriculum.joins(GardenTask.uses).atEpoch(2).rampingOver(1))),
    STOPPING(b -> b.earlyStopping(EarlyStopping.patience(1).gainingAtLeast(0.05))),
    RESAMPLING(b -> b.resample(GardenTask.family)),
    ONE_STOPS(
        14,
        b ->
            b.epochs(4)
                .rateSchedule("tasks.tasty", run -> step -> step > 7 ? 500 : 1)
                .earlyStopping(GardenTask.tasty, EarlyStopping.patience(2))),
    ONE_HAS_STOPPED(
        14, b -> b.earlyStopping(GardenTask.tasty, EarlyStopping.patience(1).gainingAtLeast(9))),
    BEST(
        b ->
            b.rateSchedule(run -> step -> step > 7 ? 300 : 1)
                .bestWeights(BestWeights.by(Score.of(GardenTask.height, "rmse")))),
    PLATEAU(
        b ->
            b.rateSchedule(
                RateSchedule.onPlateau(0.5, 1).gainingAtLeast(1e9).warmUp(Span.steps(3)))),
    SCHEDULES_OF_PARTS(
        b ->
            b.rateSchedule("tasks", RateSchedule.cosine())
                .rateSchedule("trunk", RateSchedule.onPlateau(0.5, 1).gainingAtLeast(1e9))),
    PARTS_AND_AVERAGE(
        b ->
            b.accumulate(2)
                .clipping(Clipping.globalNorm(0.5))
                .averageWeights(Averaging.exponential(0.9))),
    AVERAGE_OF_EPOCHS(
        b ->
            b.averageWeights(Averaging.fromEpoch(1)).rateScale("trunk", 0.5).frozen("tables.soil")),
    ROWS_OF_TABLES(b -> b.optimizer(Optimizer.lazyAdam(1e-2)).clipping(Clipping.norm(0.1))),
    LOSS_SCALE(ResumeTest::overflowing),
    THAWING(
        b ->
            b.thawAt(2, "trunk")
                .thawAt(3, "tables")
                .rateScale("trunk", 0.5)
                .clipping(Clipping.globalNorm(1))),
    THAWING_MO_CO(b -> b.thawAt(2, "trunk").balancing(Balancing.moCo()));

    final long steps;
    final UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options;

    Case(UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options) {
      this(8, options);
    }

    /** One that remembers after so many steps. */
    Case(long steps, UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options) {
      this.steps = steps;
      this.options = options;
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void goesOnWithWhatIsRemembered(Case c) {
    assertGoesOn(c.options, ResumeTest::fit, c.steps);
  }

  /** Before anything thaws, between two epochs, and when everything has. */
  @ParameterizedTest
  @ValueSource(longs = {3, 6, 14})
  void goesOnWhileAPartStandsStillAndAfter(long steps) {
    assertGoesOn(Case.THAWING.options, ResumeTest::fit, steps);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void goesOnOverSeveralSets(boolean mixed) {
    TaskData<Garden, GardenTask> sets =
        TaskData.of(GardenTask.tasty, Dataset.of(Garden.grow(50, 3)))
            .and(GardenTask.family, Dataset.of(Garden.grow(23, 4)))
            .and(GardenTask.height, Dataset.of(Garden.grow(31, 5)));
    TaskData<Garden, GardenTask> data = mixed ? sets.inMixedBatches() : sets;
    assertGoesOn(
        options -> options.lossWeight(GardenTask.uses, 0), trainer -> trainer.fit(data, HELD), 14);
  }

  /** Losses that are infinite under the scale that a run begins with: it has to find a smaller. */
  private static TrainerBuilder<GardenTask, GardenTrainer> overflowing(
      TrainerBuilder<GardenTask, GardenTrainer> builder) {
    for (GardenTask task : GardenTask.values()) {
      builder.lossWeight(task, 1e35);
    }
    return builder.precision(Precision.FLOAT16).optimizer(Optimizer.sgd(1e-36)).epochs(4);
  }

  @Test
  void goesOnOverDataThatStreams() {
    Streaming files = Streaming.in(folder);
    assertGoesOn(
        options -> options,
        trainer -> trainer.fit(TRAIN.streaming(files), HELD.streaming(files)),
        8);
  }

  @Test
  void aRunThatHadEndedEndsAtOnce() {
    Path checkpoints = folder.resolve("c");
    UnaryOperator<TrainerBuilder<GardenTask, GardenTrainer>> options =
        builder -> builder.checkpoints(Checkpoints.in(checkpoints));
    Outcome whole = outcome(options.apply(builder()), trainer -> {}, ResumeTest::fit);
    assertThat(whole.history().end()).isEqualTo(RunEnd.ALL_EPOCHS);
    List<Integer> steps = new ArrayList<>();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            steps.add(step.step());
          }
        };
    outcome(
            options.apply(builder()).listener(counting),
            trainer -> trainer.resume(checkpoints),
            ResumeTest::fit)
        .assertSame(whole);
    assertThat(steps).isEmpty();
  }

  /** Whatever starts a program again needs not know whether it ran before. */
  @Test
  void goesOnIfThereIsSomethingToGoOnWith() {
    Checkpoints checkpoints = Checkpoints.in(folder.resolve("c")).everySteps(4).resumingIfThere();
    Outcome whole = outcome(builder(), trainer -> {}, ResumeTest::fit);
    for (int end : new int[] {5, 13}) {
      outcome(builder().checkpoints(checkpoints).maxSteps(end), trainer -> {}, ResumeTest::fit);
    }
    outcome(builder().checkpoints(checkpoints), trainer -> {}, ResumeTest::fit).assertSame(whole);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void checkpointsAreWrittenWhenTheyAreDueAndTheLastOnesStay() throws IOException {
    Path epochs = folder.resolve("e");
    outcome(
        builder().checkpoints(Checkpoints.in(epochs).keepLast(2)), trainer -> {}, ResumeTest::fit);
    assertThat(names(epochs))
        .containsExactly("step-000000000012.espalier", "step-000000000018.espalier");
    Path steps = folder.resolve("s");
    outcome(
        builder().checkpoints(Checkpoints.in(steps).everySteps(5).keepLast(9)),
        trainer -> {},
        ResumeTest::fit);
    assertThat(names(steps))
        .containsExactly(
            "step-000000000005.espalier",
            "step-000000000010.espalier",
            "step-000000000015.espalier",
            "step-000000000018.espalier");
  }

  @Test
  void aDamagedCheckpointIsLeftForTheOneBefore() throws IOException {
    Path checkpoints = folder.resolve("c");
    Outcome whole =
        outcome(
            builder().checkpoints(Checkpoints.in(checkpoints).everySteps(5)),
            trainer -> {},
            ResumeTest::fit);
    Path last = checkpoints.resolve("step-000000000018.espalier");
    byte[] bytes = Files.readAllBytes(last);
    bytes[bytes.length / 2] ^= 4;
    Files.write(last, bytes);
    Path cut = checkpoints.resolve("step-000000000015.espalier");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 3000));
    List<Integer> steps = new ArrayList<>();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            steps.add(step.step());
          }
        };
    outcome(
            builder().checkpoints(Checkpoints.in(checkpoints).everySteps(5)).listener(counting),
            trainer -> trainer.resume(checkpoints),
            ResumeTest::fit)
        .assertSame(whole);
    assertThat(steps).hasSize(8);
    Files.delete(checkpoints.resolve("step-000000000010.espalier"));
    for (String name : names(checkpoints)) {
      Files.write(checkpoints.resolve(name), new byte[200]);
    }
    try (GardenTrainer trainer = builder().build()) {
      assertThatThrownBy(() -> trainer.resume(checkpoints)).isInstanceOf(ModelFileException.class);
    }
  }

  @Test
  void otherTermsAreRefused() {
    Path checkpoints = folder.resolve("c");
    outcome(
        builder().checkpoints(Checkpoints.in(checkpoints)).maxSteps(4),
        trainer -> {},
        ResumeTest::fit);
    TrainerBuilder<GardenTask, GardenTrainer> others =
        builder().seed(6).batchSize(12).balancing(Balancing.famo()).thawAt(3, "trunk");
    try (GardenTrainer trainer = others.build()) {
      trainer.resume(checkpoints);
      assertThatThrownBy(() -> fit(trainer))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("seed: found 6, expected 5; batch size: found 12, expected 11")
          .hasMessageContaining("balancing: found Famo[")
          .hasMessageContaining("parts thawed at an epoch: found {trunk=3}, expected {}")
          .hasMessageNotContaining("training data");
    }
    List<Garden> changed = new ArrayList<>(ROWS);
    changed.set(59, changed.get(59).labelled(true, 1, 3f, new boolean[2]));
    try (GardenTrainer trainer = builder().build()) {
      trainer.resume(checkpoints);
      assertThatThrownBy(() -> trainer.fit(Dataset.of(changed), HELD))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("training data: found 60 rows")
          .hasMessageNotContaining("validation data");
      // What was refused changes nothing.
      assertThat(fit(trainer).end()).isEqualTo(RunEnd.ALL_EPOCHS);
    }
    try (GardenTrainer other = GardenTrainer.plain().build()) {
      assertThatThrownBy(() -> other.resume(checkpoints)).isInstanceOf(ModelFileException.class);
    }
  }

  @Test
  void aRunIsNotBegunOverAnothersCheckpoints() throws IOException {
    Checkpoints checkpoints = Checkpoints.in(folder.resolve("c"));
    outcome(builder().checkpoints(checkpoints).maxSteps(4), trainer -> {}, ResumeTest::fit);
    List<String> before = names(checkpoints.folder());
    try (GardenTrainer trainer = builder().checkpoints(checkpoints).build()) {
      assertThatThrownBy(() -> fit(trainer))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("holds checkpoints of an earlier run")
          .hasMessageContaining("step-000000000004.espalier");
    }
    assertThat(names(checkpoints.folder())).isEqualTo(before);
    try (GardenTrainer trainer = builder().build()) {
      Path nowhere = folder.resolve("nowhere");
      Files.createDirectory(nowhere);
      assertThatThrownBy(() -> trainer.resume(nowhere))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("There is no checkpoint in");
    }
  }

  /** A checkpoint is a model file. */
  @Test
  void aCheckpointIsLoadedAsAModel() {
    Path checkpoints = folder.resolve("c");
    Outcome whole =
        outcome(builder().checkpoints(Checkpoints.in(checkpoints)), trainer -> {}, ResumeTest::fit);
    try (GardenTrainer trainer = builder().build()) {
      trainer.load(checkpoints.resolve("step-000000000018.espalier"));
      assertThat(trainer.evaluate(HELD))
          .isEqualTo(whole.history().last().validation().orElseThrow());
    }
  }

  @Test
  void aRunIsStoppedByAnyoneWhoAsks() {
    GardenTrainer[] self = new GardenTrainer[1];
    TrainingListener asking =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            if (step.epoch() == 2 && step.step() == 2) {
              self[0].stop();
            }
          }
        };
    try (GardenTrainer trainer = builder().listener(asking).build()) {
      self[0] = trainer;
      History history = fit(trainer);
      assertThat(history.end()).isEqualTo(RunEnd.STOP_REQUESTED);
      assertThat(history.epochs()).hasSize(2);
      assertThat(history.last().rows()).isEqualTo(22);
      assertThat(history.last().validation()).isEqualTo(Optional.of(trainer.evaluate(HELD)));
    }
  }

  @Test
  void aLimitOfTimeEndsARunAfterItsStep() {
    try (GardenTrainer trainer = builder().epochs(1_000_000).maxMinutes(1e-5).build()) {
      History history = fit(trainer);
      assertThat(history.end()).isEqualTo(RunEnd.TIME_LIMIT);
      assertThat(history.last().rows()).isEqualTo(11);
    }
  }

  @Test
  void listenersAreToldOfEveryMomentInItsOrder() {
    List<String> moments = new ArrayList<>();
    TrainingListener listening =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            moments.add("run");
          }

          @Override
          public void epochStarted(int epoch) {
            moments.add("epoch " + epoch);
          }

          @Override
          public void stepEnded(StepReport step) {
            moments.add("step");
          }

          @Override
          public void validationEnded(ValidationReport validation) {
            moments.add("validation " + validation.steps());
          }

          @Override
          public void epochEnded(EpochReport epoch) {
            moments.add("ended " + epoch.epoch());
          }

          @Override
          public void checkpointWritten(CheckpointReport checkpoint) {
            moments.add(checkpoint.file().getFileName().toString());
          }

          @Override
          public void runEnded(History history) {
            moments.add("end " + history.end());
          }
        };
    try (GardenTrainer trainer =
        builder()
            .epochs(1)
            .batchSize(30)
            .checkpoints(Checkpoints.in(folder.resolve("c")))
            .listener(listening)
            .build()) {
      fit(trainer);
    }
    String file = "step-000000000002.espalier";
    assertThat(moments)
        .containsExactly(
            "run",
            "epoch 1",
            "step",
            "step",
            "validation 2",
            "ended 1",
            file,
            file,
            "end ALL_EPOCHS");
  }
}
