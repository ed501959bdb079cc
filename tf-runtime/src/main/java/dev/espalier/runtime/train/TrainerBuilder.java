package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.range.Parameters;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.option.NonFinite;
import dev.espalier.runtime.train.option.PartOptions;
import dev.espalier.runtime.train.option.RunOptions;
import dev.espalier.runtime.train.option.TaskOptions;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.option.TrainingOptions.Sampling;
import dev.espalier.runtime.train.option.TrainingOptions.Schedule;
import dev.espalier.runtime.train.run.TrainingListener;
import dev.espalier.runtime.transfer.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds a trainer; what is not set is what the annotations say, else what stands here.
 *
 * <p>Every setter throws an {@link dev.espalier.runtime.EspalierException} for a value outside its
 * range.
 *
 * @param <T> the generated tasks
 * @param <R> the generated trainer
 */
public final class TrainerBuilder<T extends Enum<T> & TaskKey, R> {
  private final Function<TrainerOptions, R> factory;
  private final Map<String, Double> lossWeights = new HashMap<>();
  private final List<String> frozen = new ArrayList<>();
  private final List<String> thawed = new ArrayList<>();
  private final Map<String, Integer> thawedAt = new HashMap<>();
  private final Map<String, Double> rateScales = new HashMap<>();
  private final Map<String, RateSchedule> rateSchedules = new HashMap<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final List<TrainingListener> listeners = new ArrayList<>();
  private final List<Curriculum<?>> curriculum = new ArrayList<>();
  private final Map<String, EarlyStopping> stopping = new HashMap<>();
  private Optional<EarlyStopping> allStopping = Optional.empty();
  private int epochs = 10;
  private int batchSize = 256;
  private int parts = 1;
  private long seed;
  private int threads;
  private Optional<Double> learningRate = Optional.empty();
  private RateSchedule rateSchedule = RateSchedule.constant();
  private Optional<Optimizer> optimizer = Optional.empty();
  private Sampling sampling = new Sampling.AsAnnotated();
  private Optional<Balancing> balancing = Optional.empty();
  private Optional<Clipping> clipping = Optional.empty();
  private int gradientsEvery;
  private Optional<Averaging> averaging = Optional.empty();
  private Precision precision = Precision.FLOAT32;
  private Optional<Checkpoints> checkpoints = Optional.empty();
  private Optional<BestWeights> bestWeights = Optional.empty();
  private int validationSteps;
  private long maxSteps;
  private Duration maxTime = Duration.ZERO;
  private NonFinite nonFinite = NonFinite.stop();
  private boolean stoppingOnInterrupt;

  /** A builder whose trainer a generated constructor makes. */
  public TrainerBuilder(Function<TrainerOptions, R> factory) {
    this.factory = factory;
  }

  /** Walks over the training set in a run, at least 1; 10 unless set. */
  public TrainerBuilder<T, R> epochs(int count) {
    Parameters.require(count >= 1, "epochs", "at least 1", count);
    epochs = count;
    return this;
  }

  /**
   * Rows of a step, or of each part of one that {@linkplain #accumulate accumulates}, at least 1
   * and at most those of the training set; 256 unless set.
   */
  public TrainerBuilder<T, R> batchSize(int rows) {
    Parameters.require(rows >= 1, "batchSize", "at least 1", rows);
    batchSize = rows;
    return this;
  }

  /**
   * Batches that make one step, at least 1; 1 unless set. Their gradients add up to that of one
   * batch of so many times the rows, while memory holds the layers of one of them at a time: what
   * counts steps (schedules, listeners, limits) counts these, each task's loss is the mean over all
   * labels of the step, and what is left at the end of an epoch is a smaller step. Only batch
   * normalisation sees the difference: it normalises each batch by itself. {@link #build} throws
   * for a balancing method that works on gradients.
   */
  public TrainerBuilder<T, R> accumulate(int batches) {
    Parameters.require(batches >= 1, "accumulate", "at least 1", batches);
    parts = batches;
    return this;
  }

  /**
   * What initial weights, the order of rows and dropout are drawn from; 0 unless set. The same
   * seed, data, machine and number of threads give the same bits.
   */
  public TrainerBuilder<T, R> seed(long value) {
    seed = value;
    return this;
  }

  /** The optimizer; that of the model's annotation, else Adam, unless set. */
  public TrainerBuilder<T, R> optimizer(Optimizer value) {
    optimizer = Optional.of(value);
    return this;
  }

  /** The learning rate, above 0; the optimizer's own unless set. */
  public TrainerBuilder<T, R> learningRate(double value) {
    Parameters.require(value > 0 && Double.isFinite(value), "learningRate", "above 0", value);
    learningRate = Optional.of(value);
    return this;
  }

  /**
   * How the learning rate changes in the course of a run; not at all unless set. {@link #build}
   * throws for one that watches a task or metric that there is not, {@code fit} for one that
   * watches anything without a validation set.
   */
  public TrainerBuilder<T, R> rateSchedule(RateSchedule value) {
    rateSchedule = value;
    return this;
  }

  /**
   * A task's factor in the objective, at least 0; that of {@code @LossWeight}, else 1, unless set.
   * A task of weight 0 is evaluated and not trained.
   */
  public TrainerBuilder<T, R> lossWeight(T task, double value) {
    Parameters.require(value >= 0 && Double.isFinite(value), "lossWeight", "at least 0", value);
    lossWeights.put(task.name(), value);
    return this;
  }

  /**
   * How task losses become one objective; that of the model's annotation, else fixed weights,
   * unless set. {@link #build} throws where fewer than two tasks are trained, or a method that
   * mixes gradients finds nothing that they share.
   */
  public TrainerBuilder<T, R> balancing(Balancing value) {
    balancing = Optional.of(value);
    return this;
  }

  /**
   * What becomes of gradients that are too long: that of the model's annotation, else nothing,
   * unless set. {@code Clipping.none()} lets them be.
   */
  public TrainerBuilder<T, R> clipping(Clipping value) {
    clipping = Optional.of(value);
    return this;
  }

  /**
   * When a task joins that is not there from the beginning; once for each such task. {@link #build}
   * throws when it joins twice, after the last epoch or with loss weight 0, or no task is there in
   * epoch 1.
   */
  public TrainerBuilder<T, R> curriculum(Curriculum<T> value) {
    curriculum.add(value);
    return this;
  }

  /**
   * When a task stops, judged on the validation set, while the others go on. {@link #build} throws
   * when it has no such metric or is not trained.
   */
  public TrainerBuilder<T, R> earlyStopping(T task, EarlyStopping value) {
    stopping.put(task.name(), value);
    return this;
  }

  /** When each trained task stops that nothing else is said of. */
  public TrainerBuilder<T, R> earlyStopping(EarlyStopping value) {
    allStopping = Optional.of(value);
    return this;
  }

  /**
   * Of so many steps, one that computes each task's gradient of the shared parameters only to
   * report it in {@link dev.espalier.runtime.train.run.EpochReport#balance}, at least 0; 0, which
   * is the default, for none. That step takes another pass through the network and back for each
   * task, about as long as a step that mixes gradients; training is the same to the bit. Methods
   * that mix gradients report those of every step anyway and don't need this.
   */
  public TrainerBuilder<T, R> reportGradients(int everySteps) {
    Parameters.require(everySteps >= 0, "reportGradients", "at least 0", everySteps);
    gradientsEvery = everySteps;
    return this;
  }

  /**
   * Draws the rows of every epoch with replacement, such that the classes of a binary or
   * multi-class task come equally often; that of {@code @Resampled}, else every row once, unless
   * set. {@link #build} throws for another task.
   */
  public TrainerBuilder<T, R> resample(T task) {
    sampling = new Sampling.EvenClasses(task.name());
    return this;
  }

  /** Has every row once in an epoch, although a label is {@code @Resampled}. */
  public TrainerBuilder<T, R> withoutResampling() {
    sampling = new Sampling.EachOnce();
    return this;
  }

  /**
   * Addresses of layers, networks or parameters that are not updated, such as {@code trunk.wide};
   * moving statistics of theirs stand still too. Adds to those that {@code @Frozen} names.
   */
  public TrainerBuilder<T, R> frozen(String... addresses) {
    frozen.addAll(List.of(addresses));
    return this;
  }

  /** Addresses that are updated although {@code @Frozen} names them; wins over {@link #frozen}. */
  public TrainerBuilder<T, R> thawed(String... addresses) {
    thawed.addAll(List.of(addresses));
    return this;
  }

  /**
   * Addresses that are updated from an epoch of each run on and stand still before, moving
   * statistics of theirs too; their optimizer starts then. Wins over {@link #frozen} and
   * {@code @Frozen}; of several parts that hold a parameter the innermost decides. {@link #build}
   * throws for an epoch that a run does not come to.
   *
   * @param epoch from 2
   * @param addresses as in {@link #frozen}
   */
  public TrainerBuilder<T, R> thawAt(int epoch, String... addresses) {
    Parameters.require(epoch >= 2, "thawAt", "an epoch of at least 2", epoch);
    List.of(addresses).forEach(address -> thawedAt.put(address, epoch));
    return this;
  }

  /**
   * Weights to start from, instead of the model's initializers: {@code
   * start(Transfer.from(file).part("trunk"))}. What fits is taken over when the first run of a
   * trainer begins that has loaded nothing, and {@link Trainer#transferred} tells what came of it.
   * Of several transfers that fill the same, the last one wins.
   */
  public TrainerBuilder<T, R> start(Transfer transfer) {
    transfers.add(transfer);
    return this;
  }

  /**
   * Evaluates, predicts with and saves an average of the weights, while steps go on from the last
   * ones: a run that follows goes on from these too. The last ones are all there is unless this is
   * set.
   */
  public TrainerBuilder<T, R> averageWeights(Averaging value) {
    averaging = Optional.of(value);
    return this;
  }

  /**
   * The numbers that networks compute in; single precision unless set. {@link #build} throws for
   * half precision with a balancing method that works on gradients.
   */
  public TrainerBuilder<T, R> precision(Precision value) {
    precision = value;
    return this;
  }

  /**
   * A factor of the learning rate for a part of the model, at least 0: {@code rateScale("trunk",
   * 0.1)}, {@code rateScale("tasks.married", 2)}. It replaces what {@code @RateScale} says of what
   * lies in the part; of several parts that hold a parameter the innermost decides. {@link #build}
   * throws for an address that nothing has, and names those that are near.
   */
  public TrainerBuilder<T, R> rateScale(String address, double factor) {
    Parameters.require(factor >= 0 && Double.isFinite(factor), "rateScale", "at least 0", factor);
    rateScales.put(address, factor);
    return this;
  }

  /**
   * How the learning rate of a part of the model changes in the course of a run, instead of the
   * {@linkplain #rateSchedule(RateSchedule) run's schedule}: {@code rateSchedule("trunk",
   * RateSchedule.cosine())} while heads learn at the same rate all the time. A factor of {@link
   * #rateScale} holds beside it; of several parts that hold a parameter the innermost decides.
   * {@link #build} throws for an address that nothing has, and as for the run's schedule.
   */
  public TrainerBuilder<T, R> rateSchedule(String address, RateSchedule value) {
    rateSchedules.put(address, value);
    return this;
  }

  /**
   * Threads of TensorFlow, at least 0; 0, which is the default, for as many as there are cores. The
   * first model of a JVM decides for all of them.
   */
  public TrainerBuilder<T, R> threads(int count) {
    Parameters.require(count >= 0, "threads", "at least 0", count);
    threads = count;
    return this;
  }

  /** Where and when a run writes checkpoints; it writes none unless set. */
  public TrainerBuilder<T, R> checkpoints(Checkpoints value) {
    checkpoints = Optional.of(value);
    return this;
  }

  /**
   * Steps after which a run ends although it has epochs left, at least 1; those before it was
   * resumed count. No limit unless set.
   */
  public TrainerBuilder<T, R> maxSteps(long count) {
    Parameters.require(count >= 1, "maxSteps", "at least 1", count);
    maxSteps = count;
    return this;
  }

  /**
   * Minutes after which a run ends although it has epochs left, after the step that is under way
   * then, above 0; those before it was resumed don't count. No limit unless set.
   */
  public TrainerBuilder<T, R> maxMinutes(double minutes) {
    Parameters.require(minutes > 0 && Double.isFinite(minutes), "maxMinutes", "above 0", minutes);
    maxTime = Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000)));
    return this;
  }

  /**
   * The run ends with the weights of its best validation, and early if so said; with those of its
   * last step unless set. {@link #build} throws when a task has no such metric.
   */
  public TrainerBuilder<T, R> bestWeights(BestWeights value) {
    bestWeights = Optional.of(value);
    return this;
  }

  /**
   * Steps of the run after which it is validated, at least 1, beside after every epoch: for {@link
   * #bestWeights}, the best checkpoint and {@link TrainingListener#validationEnded}. Only after
   * epochs unless set.
   */
  public TrainerBuilder<T, R> validateEverySteps(int count) {
    Parameters.require(count >= 1, "validateEverySteps", "at least 1", count);
    validationSteps = count;
    return this;
  }

  /**
   * What a run does when a loss or a gradient is no finite number any more; it ends unless set.
   * {@link #build} throws when it is to go back and writes no checkpoints.
   */
  public TrainerBuilder<T, R> onNonFinite(NonFinite value) {
    nonFinite = value;
    return this;
  }

  /**
   * Ends the run in order when the program is told to end, by Ctrl-C or otherwise: after the step
   * that is under way, with a checkpoint if it writes any; then the program ends. A second Ctrl-C
   * changes nothing of that; what ends a program at once is SIGKILL, which loses no complete
   * checkpoint. Unless set, a run dies with its program.
   */
  public TrainerBuilder<T, R> stopOnInterrupt() {
    stoppingOnInterrupt = true;
    return this;
  }

  /** Adds one who is told what happens in a run. */
  public TrainerBuilder<T, R> listener(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  /** Tells it to train one task alone, without what is a matter of several. */
  TrainerBuilder<T, R> alone(T task) {
    for (T each : task.getDeclaringClass().getEnumConstants()) {
      lossWeight(each, each == task ? 1 : 0);
    }
    stopping.keySet().retainAll(List.of(task.name()));
    curriculum.clear();
    return balancing(Balancing.fixedWeights());
  }

  /**
   * The trainer with its checkpoints, if it writes any, in a folder inside the one that is told.
   */
  R buildInside(String folder) {
    return build(checkpoints.map(to -> to.inside(folder)));
  }

  /** The trainer; nothing native is made before data comes. */
  public R build() {
    return build(checkpoints);
  }

  private R build(Optional<Checkpoints> to) {
    TrainingOptions training =
        new TrainingOptions(
            new Schedule(epochs, batchSize, parts, seed, learningRate, rateSchedule),
            optimizer,
            balancing,
            clipping,
            gradientsEvery,
            lossWeights,
            new TaskOptions(curriculum, stopping, allStopping),
            new RunOptions(
                to,
                bestWeights,
                validationSteps,
                maxSteps,
                maxTime,
                nonFinite,
                stoppingOnInterrupt),
            sampling,
            new PartOptions(frozen, thawed, thawedAt, rateScales, rateSchedules),
            transfers,
            averaging,
            precision,
            threads);
    return factory.apply(new TrainerOptions(training, listeners));
  }
}
