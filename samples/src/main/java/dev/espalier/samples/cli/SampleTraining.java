package dev.espalier.samples.cli;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Function;

/** Trains a sample's model before the user's eyes and evaluates it on all three parts. */
public final class SampleTraining {
  private final SampleOptions options;
  private final long seed;
  private final PrintWriter out;

  /**
   * A training that is ready to run.
   *
   * @param out where progress is told
   */
  public SampleTraining(SampleOptions options, PrintWriter out) {
    this(options, options.seed(), out);
  }

  /**
   * A training that is ready to run with a seed of its own.
   *
   * @param out where progress is told
   */
  public SampleTraining(SampleOptions options, long seed, PrintWriter out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  /** Trains the model of a generated builder. */
  public <E, T extends Enum<T> & TaskKey, R extends Trainer<E, ?, ?, T>> Figures run(
      TrainerBuilder<T, R> builder, Splits<E> data) {
    return run(builder, data, trainer -> {});
  }

  /**
   * Trains the model of a generated builder.
   *
   * @param last what is done with the trainer before it closes, when all is measured
   */
  public <E, T extends Enum<T> & TaskKey, R extends Trainer<E, ?, ?, T>> Figures run(
      TrainerBuilder<T, R> builder, Splits<E> data, Consumer<? super R> last) {
    return run(
        builder,
        trainer -> trainer.fit(data.train(), data.validation()),
        trainer -> trainer.evaluate(data.train()),
        data.test(),
        last);
  }

  /** Trains the model of a generated builder on a data set for each task. */
  public <E, T extends Enum<T> & TaskKey, R extends Trainer<E, ?, ?, T>> Figures run(
      TrainerBuilder<T, R> builder, TaskData<E, T> train, Dataset<E> validation, Dataset<E> test) {
    return run(
        builder,
        trainer -> trainer.fit(train, validation),
        trainer -> trainer.evaluate(train),
        test,
        trainer -> {});
  }

  private <E, T extends Enum<T> & TaskKey, R extends Trainer<E, ?, ?, T>> Figures run(
      TrainerBuilder<T, R> builder,
      Function<R, History> fit,
      Function<R, Evaluation> onTraining,
      Dataset<E> test,
      Consumer<? super R> last) {
    Start start = new Start();
    try (Watchers watchers = options.watch(out);
        R trainer =
            watchers.listenTo(options.applyTo(builder).seed(seed).listener(start)).build()) {
      History history = fit.apply(trainer);
      Figures figures =
          new Figures(
              start.rows,
              start.parameters,
              history,
              onTraining.apply(trainer),
              history.last().validation().orElseThrow(),
              trainer.evaluate(test));
      last.accept(trainer);
      return figures;
    }
  }

  /** Remembers what a run begins with. */
  private static final class Start implements TrainingListener {
    private int rows;
    private long parameters;

    @Override
    public void runStarted(RunStart run) {
      rows = run.rows();
      parameters = run.parameters();
    }
  }
}
