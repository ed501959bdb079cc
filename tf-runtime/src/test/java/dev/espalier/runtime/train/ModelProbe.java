package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.batch.MixedWalk;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.LossSums;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.train.guard.LastGood;
import dev.espalier.runtime.train.loop.RunData;
import dev.espalier.runtime.train.rows.EpochBatches;
import dev.espalier.runtime.train.rows.Examples;
import dev.espalier.runtime.train.rows.Resampling;
import dev.espalier.runtime.train.run.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Gives tests of generated models what a trainer hides: losses and gradients, task by task, on rows
 * that are one batch, and losses with a weight changed.
 */
public final class ModelProbe implements AutoCloseable {
  private final ModelInfo info;
  private final ModelSession session;
  private final Batch batch;
  private final List<VariableSpec> variables;
  private final Map<VariableSpec, Setter> setters = new LinkedHashMap<>();
  private final List<? extends Operand<TFloat32>> weights;

  /** Sets one variable: cheaper than feeding it, which would make every loss another graph. */
  private record Setter(Placeholder<TFloat32> value, AssignVariableOp assign) {}

  private ModelProbe(ModelInfo info, ModelSession session, Batch batch) {
    this.info = info;
    this.session = session;
    this.batch = batch;
    this.variables =
        session.plan().parameters().stream().filter(session.training().network()::uses).toList();
    Ops tf = ops();
    // What is fed can't be fetched; a weight may be either.
    this.weights =
        session.training().tasks().tasks().stream()
            .map(task -> tf.identity(task.loss().orElseThrow().weights()))
            .toList();
    for (VariableSpec variable : variables) {
      Placeholder<TFloat32> value =
          tf.placeholder(TFloat32.class, Placeholder.shape(shape(variable)));
      setters.put(
          variable,
          new Setter(
              value, tf.assignVariableOp(session.training().variables().handle(variable), value)));
    }
  }

  private Ops ops() {
    return Ops.create((Graph) session.training().losses().of(0).mean().asOutput().op().env());
  }

  /** Opens a model, with its initial values of a seed, on rows that its statistics come from. */
  public static <E> ModelProbe of(GeneratedModel<E, ?, ?> model, List<E> rows, long seed) {
    RawColumns raw = RawColumns.read(Dataset.of(rows), model.codec(), model.info().needs());
    Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
    EncodedRows encoded = preprocessing.encode(raw);
    ModelSession session =
        new ModelSession(model, model.info(), model.optimizer(), preprocessing, 1);
    session.assign(session.plan().initialValues(model.info(), seed));
    return new ModelProbe(model.info(), session, Batches.inOrder(encoded, encoded.size()).fill(0));
  }

  /**
   * Opens a model on the rows of several data sets, mixed as in training, in one batch.
   *
   * @param data in mixed batches
   */
  public static <E> ModelProbe of(GeneratedModel<E, ?, ?> model, TaskData<E, ?> data, long seed) {
    RawColumns raw = RawColumns.read(data, model.codec(), model.info().needs());
    Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
    EncodedRows encoded = preprocessing.encode(raw);
    ModelSession session =
        new ModelSession(model, model.info(), model.optimizer(), preprocessing, 1);
    session.assign(session.plan().initialValues(model.info(), seed));
    MixedWalk walk = new MixedWalk(encoded, data, encoded.size(), seed, OptionalInt.empty());
    BitSet all = new BitSet();
    all.set(0, preprocessing.info().tasks().size());
    return new ModelProbe(model.info(), session, walk.next(1, all).fill(0));
  }

  /**
   * Trains a model for an epoch in which every task has a set of its own, which is one batch.
   *
   * @param tasks at least as many as the model has, which are known by their index
   */
  public static <E, T extends Enum<T> & TaskKey> History trainTaskByTask(
      GeneratedModel<E, ?, ?> model, T[] tasks, List<E> rows) {
    TaskData<E, T> data = TaskData.of(tasks[0], Dataset.of(rows));
    for (int task = 1; task < model.codec().info().tasks().size(); task++) {
      data = data.and(tasks[task], Dataset.of(rows));
    }
    RawColumns raw = RawColumns.read(data, model.codec(), model.info().needs());
    Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
    EncodedRows encoded = preprocessing.encode(raw);
    TrainerOptions options =
        new TrainerBuilder<T, TrainerOptions>(all -> all)
            .epochs(1)
            .batchSize(rows.size())
            .withoutResampling()
            .build();
    try (ModelSession session =
        new ModelSession(model, model.info(), model.optimizer(), preprocessing, 1)) {
      session.assign(session.plan().initialValues(model.info(), 7));
      Resampling resampling = Resampling.of(preprocessing.info().tasks(), options.training());
      EpochBatches batches =
          new Examples.ByTask<>(data).batches(encoded, options.training().schedule(), resampling);
      return PlainRun.of(
          session, new RunData(encoded, batches, Optional.empty()), options, LastGood::new);
    }
  }

  /** The numbers that the rows of the batch have, row by row. */
  public float[] numbers() {
    return floats(batch.numbers());
  }

  /** The gradient of each task's mean loss in its own logits, row by row. */
  public List<float[]> logitGradients() {
    Ops tf = ops();
    List<Operand<TFloat32>> wanted = new ArrayList<>();
    for (int task = 0; task < taskCount(); task++) {
      LossSums.OfTask loss = session.training().losses().of(task);
      wanted.add(
          tf.gradients(
                  List.of(loss.losses()),
                  List.of(session.training().tasks().tasks().get(task).logits()),
                  Gradients.dx(List.of(loss.shares())))
              .dy(0));
    }
    return fetch(wanted);
  }

  /** The variables that the network uses. */
  public List<VariableSpec> variables() {
    return variables;
  }

  /** The tasks whose losses reach a variable, as its model says. */
  public int[] tasks(VariableSpec variable) {
    return variable.parameter().orElseThrow().tasks();
  }

  /** How many tasks the model has. */
  public int taskCount() {
    return session.training().tasks().tasks().size();
  }

  /** What the model says of itself. */
  public ModelInfo info() {
    return info;
  }

  /** All values by path. */
  public Map<String, float[]> values() {
    return session.values();
  }

  /** Sets all values, by path. */
  public void assign(Map<String, float[]> values) {
    session.assign(values);
  }

  /** A variable's values. */
  public float[] values(VariableSpec variable) {
    return fetch(List.of(session.training().network().value(variable))).get(0);
  }

  /** Sets a variable. */
  public void assign(VariableSpec variable, float[] values) {
    Setter setter = setters.get(variable);
    try (SessionRun run = session.evaluation(batch)) {
      run.feedOwn(setter.value(), TFloat32.tensorOf(shape(variable), DataBuffers.of(values)));
      run.target(setter.assign().op());
      run.run().close();
    }
  }

  private static Shape shape(VariableSpec variable) {
    return Shape.of(variable.shape().stream().mapToLong(Integer::longValue).toArray());
  }

  /** The mean loss of each task, in training, means taken in double precision. */
  public double[] losses() {
    List<float[]> allLosses =
        fetch(
            session.training().tasks().tasks().stream()
                .map(task -> task.loss().orElseThrow().losses())
                .toList());
    List<float[]> allWeights = fetch(weights);
    double[] means = new double[taskCount()];
    for (int task = 0; task < means.length; task++) {
      float[] losses = allLosses.get(task);
      float[] weights = allWeights.get(task);
      double sum = 0;
      double weight = 0;
      for (int i = 0; i < losses.length; i++) {
        sum += (double) losses[i] * weights[i];
        weight += weights[i];
      }
      means[task] = weight > 0 ? sum / weight : 0;
    }
    return means;
  }

  private static float[] floats(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    tensor.copyTo(DataBuffers.of(values));
    return values;
  }

  /** The gradients of each task's mean loss in the variables that it reaches. */
  public List<Map<VariableSpec, float[]>> gradients() {
    Ops tf = ops();
    List<Map<VariableSpec, float[]>> byTask = new ArrayList<>();
    List<Operand<TFloat32>> wanted = new ArrayList<>();
    for (int i = 0; i < taskCount(); i++) {
      int task = i;
      List<VariableSpec> reached =
          variables.stream()
              .filter(variable -> Arrays.stream(tasks(variable)).anyMatch(each -> each == task))
              .toList();
      LossSums.OfTask loss = session.training().losses().of(task);
      wanted.addAll(
          session
              .training()
              .network()
              .gradients(tf, List.of(loss.losses()), List.of(loss.shares()), reached));
      Map<VariableSpec, float[]> ofTask = new LinkedHashMap<>();
      reached.forEach(variable -> ofTask.put(variable, new float[0]));
      byTask.add(ofTask);
    }
    Iterator<float[]> found = fetch(wanted).iterator();
    byTask.forEach(ofTask -> ofTask.replaceAll((variable, none) -> found.next()));
    return byTask;
  }

  private List<float[]> fetch(List<? extends Operand<TFloat32>> wanted) {
    StepInputs inputs = new StepInputs(1, 1, new double[taskCount()], 0);
    try (SessionRun run = session.forward(batch, inputs)) {
      wanted.forEach(run::fetch);
      try (Result result = run.run()) {
        List<float[]> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
          found.add(floats((TFloat32) result.get(i)));
        }
        return found;
      }
    }
  }

  @Override
  public void close() {
    batch.close();
    session.close();
  }
}
