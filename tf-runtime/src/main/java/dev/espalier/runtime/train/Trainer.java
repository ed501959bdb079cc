package dev.espalier.runtime.train;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.session.NativeMemory;
import dev.espalier.runtime.sharing.LearntSharing;
import dev.espalier.runtime.step.EvaluationPass;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.loop.RunRequirements;
import dev.espalier.runtime.train.model.HeldModel;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.rows.Examples;
import dev.espalier.runtime.train.rows.RowsInUse;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.transfer.TransferReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Trains, evaluates, predicts with and saves a model; what generated trainers extend.
 *
 * <p>Statistics and vocabularies are learnt from the first training set and then stay. One thread
 * works with a trainer at a time, others wait; {@link #close} may come at any moment.
 *
 * <p>Whatever fails leaves a trainer that can go on. Data, options and files are checked first, and
 * what is refused then changes nothing. A run that ends in its midst (a listener throws, a step
 * fails) leaves the weights of the last step that succeeded; one that diverges leaves earlier
 * weights, from which a step did succeed.
 *
 * @param <E> the user's example
 * @param <I> the generated input: the features alone
 * @param <P> the generated prediction
 * @param <T> the generated tasks
 */
public class Trainer<E, I, P, T extends Enum<T> & TaskKey> implements AutoCloseable {
  private final ExampleCodec<E, I, P> codec;
  private final Class<T> tasks;
  private final TrainingOptions options;
  private final HeldModel<E, I, P> held;
  private final TrainerRuns<E> runs;
  private final RowsInUse<E> rowsInUse;
  private final Lifecycle lifecycle = new Lifecycle(this::free);

  /**
   * A trainer that has learnt nothing yet.
   *
   * @throws EspalierException when the model was generated for another version of this runtime, or
   *     options name parts that it does not have, or classes of a task that has none, or nothing is
   *     there to balance
   */
  protected Trainer(GeneratedModel<E, I, P> model, Class<T> tasks, TrainerOptions options) {
    NativeMemory.liftLimits();
    this.codec = model.codec();
    this.tasks = tasks;
    this.options = options.training().orOf(model);
    requireContract(model.info(), tasks);
    Runnable check = lifecycle::requireOpen;
    this.held = new HeldModel<>(model, this.options, check);
    this.rowsInUse = new RowsInUse<>(codec, held.info().needs(), check);
    this.runs = new TrainerRuns<>(model, this.options, options.listeners(), held, rowsInUse, check);
    // What a run could not do is said at once.
    RunRequirements.requirePossible(codec.info().tasks(), held.info(), this.options);
  }

  private void requireContract(ModelInfo ofModel, Class<T> tasks) {
    List<String> constants = List.of(tasks.getEnumConstants()).stream().map(TaskKey::name).toList();
    List<String> names = codec.info().tasks().stream().map(task -> task.name()).toList();
    if (ofModel.contract() != ModelInfo.CONTRACT || !constants.equals(names)) {
      throw new EspalierException(
          "%s was generated for version %d of the contract with tasks %s; this runtime has version %d and finds tasks %s. Use the same version of Espalier's processor and runtime, and compile anew."
              .formatted(ofModel.name(), ofModel.contract(), names, ModelInfo.CONTRACT, constants));
    }
  }

  /** Trains on a data set; see {@link #fit(Dataset, Dataset)}. */
  public History fit(Dataset<E> train) {
    return fit(new Examples.Together<>(train), Optional.empty());
  }

  /**
   * Trains on a data set, going on from the weights there are, and evaluates on another after each
   * epoch. The optimizer starts anew in each run.
   *
   * @throws dev.espalier.runtime.DataException when data can't be used
   * @throws TrainingException when a loss, gradient or weight is not finite any more, a step fails
   *     otherwise, or the trainer is closed
   */
  public History fit(Dataset<E> train, Dataset<E> validation) {
    return fit(new Examples.Together<>(train), Optional.of(new Examples.Together<>(validation)));
  }

  /**
   * Trains on a data set, and evaluates each task on one of its own; see {@link #fit(Dataset,
   * Dataset)}.
   */
  public History fit(Dataset<E> train, TaskData<E, T> validation) {
    return fit(new Examples.Together<>(train), Optional.of(new Examples.ByTask<>(validation)));
  }

  /** Trains on a data set for each task; see {@link #fit(Dataset, Dataset)}. */
  public History fit(TaskData<E, T> train) {
    return fit(new Examples.ByTask<>(train), Optional.empty());
  }

  /**
   * Trains on a data set for each task, and evaluates all tasks on another one; see {@link
   * #fit(Dataset, Dataset)}.
   */
  public History fit(TaskData<E, T> train, Dataset<E> validation) {
    return fit(new Examples.ByTask<>(train), Optional.of(new Examples.Together<>(validation)));
  }

  /**
   * Trains on a data set for each task, and evaluates each task on another one of its own; see
   * {@link #fit(Dataset, Dataset)}.
   */
  public History fit(TaskData<E, T> train, TaskData<E, T> validation) {
    return fit(new Examples.ByTask<>(train), Optional.of(new Examples.ByTask<>(validation)));
  }

  /** The tasks that a run trains. */
  final List<T> trained() {
    return options.trained(codec.info().tasks()).stream()
        .mapToObj(task -> tasks.getEnumConstants()[task])
        .toList();
  }

  /** What is known of a task. */
  final Task described(T task) {
    return codec.info().tasks().get(task.ordinal());
  }

  final History fit(Examples<E> train, Optional<Examples<E>> validation) {
    return lifecycle.use(
        () -> {
          requireNoRun("start a run");
          return rowsInUse.during(() -> runs.run(train, validation));
        });
  }

  private void requireNoRun(String doing) {
    if (lifecycle.uses() > 1) {
      throw new TrainingException("A listener can't %s inside a run.".formatted(doing));
    }
  }

  /**
   * Losses and metrics of all tasks on a data set.
   *
   * @throws dev.espalier.runtime.DataException when data can't be used, or there is no row
   * @throws TrainingException when nothing is known yet, or the trainer is closed
   */
  public Evaluation evaluate(Dataset<E> data) {
    return evaluate(new Examples.Together<>(data));
  }

  /** Losses and metrics of each task on a data set of its own; see {@link #evaluate(Dataset)}. */
  public Evaluation evaluate(TaskData<E, T> data) {
    return evaluate(new Examples.ByTask<>(data));
  }

  final Evaluation evaluate(Examples<E> data) {
    return judged(data, EvaluationPass::run);
  }

  /**
   * How predictions on a data set stand to its labels, task by task: confusion matrices, curves of
   * probabilities.
   *
   * @throws dev.espalier.runtime.DataException when data can't be used, or there is no row
   * @throws TrainingException when nothing is known yet, or the trainer is closed
   */
  public List<TaskOutcomes> outcomes(Dataset<E> data) {
    return judged(new Examples.Together<>(data), EvaluationPass::outcomes);
  }

  private <R> R judged(Examples<E> data, Function<EvaluationPass, R> how) {
    return lifecycle.use(
        () -> {
          ModelSession current = held.current();
          return rowsInUse.during(
              () -> {
                EncodedRows rows = rowsInUse.readJudged(data, current.preprocessing());
                return how.apply(new EvaluationPass(current, rows, lifecycle::requireOpen));
              });
        });
  }

  /**
   * The model layer by layer: shapes, weights, and the tasks that reach them. Before the first run
   * it says what is known without data; shapes of layers and sizes of learnt vocabularies are not.
   */
  public ModelSummary summary() {
    return lifecycle.use(held::summary);
  }

  /**
   * What became of each transfer that the builder was told to start from, in their order; empty
   * before the first run, and where a model was loaded instead.
   */
  public List<TransferReport> transferred() {
    return held.transferred();
  }

  /** The prediction for one example; its labels are ignored. */
  public P predict(E example) {
    return predict(List.of(example), codec::encode).get(0);
  }

  /** A prediction for each example, in their order; labels are ignored. */
  public List<P> predict(Iterable<? extends E> examples) {
    return predict(examples, codec::encode);
  }

  /** The prediction for one input. */
  public P predictInput(I input) {
    return predict(List.of(input), codec::encodeInput).get(0);
  }

  /** A prediction for each input, in their order. */
  public List<P> predictInputs(Iterable<? extends I> inputs) {
    return predict(inputs, codec::encodeInput);
  }

  private <X> List<P> predict(Iterable<? extends X> rows, BiConsumer<X, RowWriter> encoder) {
    return lifecycle.use(() -> held.predict(rows, encoder));
  }

  /**
   * What a layer gives for examples, as in prediction: one row each, axes of the layer flattened.
   *
   * @param address of a layer, such as {@code trunk.wide} or {@code tasks.click.hidden}
   * @throws EspalierException when there is no such layer; names those that are near
   */
  public float[][] activations(String address, Iterable<? extends E> examples) {
    return lifecycle.use(() -> held.activations(address, examples));
  }

  /**
   * What the sharing scheme has learnt: the weights that gates give to experts and what masks of
   * attention let through, both as means over examples, and the weights of stitches.
   *
   * @param examples over which means are taken; their labels are ignored
   * @throws EspalierException when there is no example, or the scheme learns nothing of its own, as
   *     a shared trunk
   */
  public LearntSharing sharing(Iterable<? extends E> examples) {
    return lifecycle.use(() -> held.sharing(examples));
  }

  /**
   * Saves weights, statistics, vocabularies and the graph for prediction. A crash leaves the old
   * file or the new one.
   *
   * @throws TrainingException when a weight is not finite; the file is not touched then
   * @throws ModelFileException when the file can't be written
   */
  public void save(Path file) {
    lifecycle.use(
        () -> {
          held.save(file);
          return file;
        });
  }

  /**
   * Writes a SavedModel, which TensorFlow's servers and libraries of any language read: a signature
   * {@code serving_default} for all tasks and one for each by its name. Preprocessing is part of
   * its graph: clients send what an example holds, and {@code assets.extra/signatures.json} says
   * how. A crash leaves what was there or the new folder; a model that was exported there before is
   * replaced, anything else is not.
   *
   * @param folder where the model will lie; the folder that it lies in must exist
   * @throws TrainingException when a weight is not finite; the folder is not touched then
   * @throws ModelFileException when the folder can't be written, or holds something else
   */
  public void export(Path folder) {
    lifecycle.use(
        () -> {
          held.export(folder);
          return folder;
        });
  }

  /**
   * Takes everything over that a model of the same class saved; a file that does not fit changes
   * nothing.
   *
   * @throws ModelFileException when the file is missing, damaged, or of another model
   */
  public void load(Path file) {
    lifecycle.use(
        () -> {
          requireNoRun("load a model");
          runs.load(file);
          return file;
        });
  }

  /**
   * Goes on with a run: takes the model of a checkpoint over, and lets the next {@code fit}
   * continue to the same bits as if the run had never stopped. It has to be on the same data with
   * the same options; where and when checkpoints are written, limits and listeners may be others. A
   * run that had come to its end ends at once.
   *
   * @param path of a checkpoint, or of a folder whose newest one is taken that is whole; what is
   *     damaged is told in a warning
   * @throws ModelFileException when there is no checkpoint, or it is damaged, or of another model
   */
  public void resume(Path path) {
    lifecycle.use(
        () -> {
          requireNoRun("resume a run");
          runs.resume(path);
          return path;
        });
  }

  /**
   * Asks the run that is under way, if there is one, to end after its step: it writes a checkpoint
   * if it writes any, and {@code fit} returns. One that is still reading its data ends before its
   * first step, and leaves checkpoints as they are. Any thread may ask, and listeners.
   */
  public void stop() {
    runs.stop();
  }

  private void free() {
    held.free();
  }

  /**
   * Frees everything native, at once or when what another thread is doing has noticed and ended
   * with an exception; closing twice does nothing.
   */
  @Override
  public void close() {
    lifecycle.close();
  }
}
