package dev.espalier.runtime.train.terms;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import dev.espalier.runtime.train.Garden;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.GardenModel;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.option.NonFinite;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.rows.Examples;
import dev.espalier.runtime.train.rows.Resampling;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever decides what becomes of weights is among the terms of a run, by its name. */
class RunTermsTest {
  private static final Dataset<Garden> SOME = Dataset.of(Garden.grow(20, 1));
  private static final Dataset<Garden> OTHERS = Dataset.of(Garden.grow(20, 2));
  private static final TaskData<Garden, GardenTask> SETS =
      TaskData.of(GardenTask.tasty, SOME)
          .and(EnumSet.complementOf(EnumSet.of(GardenTask.tasty)), OTHERS);

  private static RunTerms terms(
      GardenModel model,
      Examples<Garden> data,
      UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> more) {
    TrainingOptions options =
        more.apply(new TrainerBuilder<GardenTask, TrainerOptions>(all -> all).batchSize(5))
            .build()
            .training()
            .orOf(model);
    RawColumns raw = data.read(model.codec(), model.info().needs(), () -> {});
    EncodedRows rows = Preprocessing.fit(model.codec().info(), raw).encode(raw);
    Resampling resampling = Resampling.of(model.codec().info().tasks(), options);
    return RunTerms.of(
        model,
        options,
        rows,
        data.batches(rows, options.schedule(), resampling),
        Optional.of(rows));
  }

  private static RunState kept(RunTerms terms) {
    RunState state = new RunState();
    terms.keep(state);
    return state;
  }

  /** Something that is said to a builder. */
  private enum Said {
    SEED("seed", b -> b.seed(1)),
    BATCH_SIZE("batch size", b -> b.batchSize(6)),
    PARTS("batches of a step", b -> b.accumulate(2)),
    EPOCHS("epochs", b -> b.epochs(3)),
    OPTIMIZER("optimizer", b -> b.optimizer(Optimizer.lion(1e-3, 0))),
    RATE("learning rate", b -> b.learningRate(0.5)),
    SCHEDULE("rate schedule", b -> b.rateSchedule(RateSchedule.cosine())),
    OWN_SCHEDULE("rate schedule", b -> b.rateSchedule(own(0.5))),
    BALANCING("balancing", b -> b.balancing(Balancing.famo())),
    AVERAGE("average of weights", b -> b.averageWeights(Averaging.exponential(0.9))),
    PRECISION("precision", b -> b.precision(Precision.FLOAT16)),
    CLIPPING("clipping", b -> b.clipping(Clipping.norm(3))),
    RATE_SCALE("rate scales", b -> b.rateScale("trunk", 2)),
    PART_SCHEDULE("rate schedules of parts", b -> b.rateSchedule("trunk", RateSchedule.linear())),
    FROZEN("frozen parts", b -> b.frozen("trunk")),
    THAWED("thawed parts", b -> b.thawed("trunk")),
    LOSS_WEIGHT("loss weights", b -> b.lossWeight(GardenTask.uses, 3)),
    CURRICULUM("curriculum", b -> b.curriculum(joining())),
    STOPPING("early stopping", b -> b.earlyStopping(GardenTask.uses, EarlyStopping.patience(2))),
    ALL_STOPPING("early stopping of other tasks", b -> b.earlyStopping(EarlyStopping.patience(2))),
    BEST("best weights", b -> b.bestWeights(BestWeights.by(score()).patience(2))),
    VALIDATION("steps of a validation", b -> b.validateEverySteps(3)),
    SAMPLING("sampling", b -> b.resample(GardenTask.family));

    final String term;
    final UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> change;

    Said(String term, UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> change) {
      this.term = term;
      this.change = change;
    }

    private static Curriculum<GardenTask> joining() {
      return Curriculum.joins(GardenTask.uses).atEpoch(2).rampingOver(3);
    }

    private static Score score() {
      return Score.of(GardenTask.tasty, "auc");
    }
  }

  private static RateSchedule own(double factor) {
    return run -> step -> factor / step;
  }

  private static void assertRefused(RunTerms others, RunTerms terms, String term) {
    assertThatThrownBy(() -> others.requireSame(kept(terms)))
        .isInstanceOf(TrainingException.class)
        .hasMessageMatching(
            "The run can't be gone on with on other terms than it was begun with; "
                + term
                + ": found [^;]*, expected [^;]*\\.");
  }

  @ParameterizedTest
  @EnumSource(Said.class)
  void whatIsSaidIsATerm(Said said) {
    Examples<Garden> data = new Examples.Together<>(SOME);
    RunTerms usual = terms(GardenModel.plain(), data, b -> b);
    RunTerms others = terms(GardenModel.plain(), data, said.change);
    assertRefused(others, usual, said.term);
    assertRefused(usual, others, said.term);
    RunTerms again = terms(GardenModel.plain(), data, said.change);
    assertThatCode(() -> again.requireSame(kept(others))).doesNotThrowAnyException();
  }

  /** Functions of one class differ by their values. */
  @Test
  void functionsAreTermsByTheirValues() {
    Examples<Garden> data = new Examples.Together<>(SOME);
    List<UnaryOperator<RateSchedule>> ways =
        List.of(UnaryOperator.identity(), schedule -> schedule.warmUp(Span.steps(3)));
    for (UnaryOperator<RateSchedule> in : ways) {
      RunTerms half = terms(GardenModel.plain(), data, b -> b.rateSchedule(in.apply(own(0.5))));
      RunTerms third = terms(GardenModel.plain(), data, b -> b.rateSchedule(in.apply(own(0.3))));
      RunTerms again = terms(GardenModel.plain(), data, b -> b.rateSchedule(in.apply(own(0.5))));
      assertRefused(third, half, "rate schedule");
      assertThatCode(() -> again.requireSame(kept(half))).doesNotThrowAnyException();
    }
    Curriculum<GardenTask> straight = Said.joining();
    Curriculum<GardenTask> bent = straight.shapedBy(part -> part * part);
    assertRefused(
        terms(GardenModel.plain(), data, b -> b.curriculum(bent)),
        terms(GardenModel.plain(), data, b -> b.curriculum(straight)),
        "curriculum");
  }

  @Test
  void whatTheModelSaysOfItsParametersIsATerm() {
    Examples<Garden> data = new Examples.Together<>(SOME);
    RunTerms usual = terms(GardenModel.plain(), data, b -> b);
    GardenModel slow =
        new GardenModel(false, p -> p.path().equals("trunk.hidden1.bias") ? p.scaledBy(2) : p);
    RunTerms others = terms(slow, data, b -> b);
    assertRefused(others, usual, "learning of `trunk.hidden1.bias`");
    assertRefused(usual, others, "learning of `trunk.hidden1.bias`");
  }

  @Test
  void theDataIsATerm() {
    RunTerms some = terms(GardenModel.plain(), new Examples.Together<>(SOME), b -> b);
    RunTerms others = terms(GardenModel.plain(), new Examples.Together<>(OTHERS), b -> b);
    assertThatThrownBy(() -> others.requireSame(kept(some)))
        .hasMessageContaining("training data: found 20 rows with")
        .hasMessageContaining("validation data: found 20 rows with");
  }

  @Test
  void howSetsAreMixedIsATerm() {
    RunTerms usual = terms(GardenModel.plain(), new Examples.ByTask<>(SETS), b -> b);
    RunTerms mixed =
        terms(GardenModel.plain(), new Examples.ByTask<>(SETS.inMixedBatches()), b -> b);
    RunTerms even =
        terms(
            GardenModel.plain(),
            new Examples.ByTask<>(SETS.mixing(TaskMixing.rates(1, 3))),
            b -> b);
    assertRefused(mixed, usual, "data sets");
    assertRefused(even, usual, "data sets");
    RunTerms again = terms(GardenModel.plain(), new Examples.ByTask<>(SETS), b -> b);
    assertThatCode(() -> again.requireSame(kept(usual))).doesNotThrowAnyException();
  }

  /** What may be otherwise when a run goes on. */
  @Test
  void whereAndHowLongItGoesIsNoTerm() {
    Examples<Garden> data = new Examples.Together<>(SOME);
    RunTerms usual = terms(GardenModel.plain(), data, b -> b);
    RunTerms others =
        terms(
            GardenModel.plain(),
            data,
            b ->
                b.maxSteps(3)
                    .maxMinutes(2)
                    .checkpoints(Checkpoints.in(Path.of("elsewhere")).everySteps(3))
                    .listener(new TrainingListener() {})
                    .onNonFinite(NonFinite.skipBatch(2))
                    .reportGradients(5)
                    .stopOnInterrupt()
                    .threads(1));
    assertThatCode(() -> others.requireSame(kept(usual))).doesNotThrowAnyException();
  }
}
