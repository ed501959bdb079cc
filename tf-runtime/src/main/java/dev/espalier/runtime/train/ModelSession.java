package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.data.FeatureLayout;
import dev.espalier.runtime.data.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.session.Feeds;
import dev.espalier.runtime.session.Inference;
import dev.espalier.runtime.session.NetworkBuilder;
import dev.espalier.runtime.session.PredictionGraph;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariablePlan;
import dev.espalier.runtime.session.Variables;
import java.util.BitSet;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** Graph and session of a model whose preprocessing is known: training, evaluation, prediction. */
final class ModelSession implements AutoCloseable {
  private final Preprocessing preprocessing;
  private final Graph graph = new Graph();
  private final Variables variables;
  private final TrainingGraph training;
  private final Feeds feeds;
  private final NetworkBuilder prediction;
  private final Session session;
  private final Inference inference;

  /**
   * Builds both networks; variables have no values yet.
   *
   * @param info the description, frozen parts as they are in this trainer
   * @param threads of TensorFlow; 0 for its default
   */
  ModelSession(
      GeneratedModel<?, ?, ?> model,
      ModelInfo info,
      Optimizer optimizer,
      Preprocessing preprocessing,
      int threads) {
    this.preprocessing = preprocessing;
    try {
      Ops tf = Ops.create(graph);
      variables = new Variables(tf, VariablePlan.of(info, preprocessing::rows));
      NetworkBuilder network =
          NetworkBuilder.training(tf.withSubScope("network"), variables, preprocessing);
      training =
          new TrainingGraph(
              tf.withSubScope("training"),
              info,
              optimizer,
              variables,
              network,
              model.build(network));
      prediction = PredictionGraph.draw(tf, model, variables, preprocessing);
      int bags = FeatureLayout.of(preprocessing.info()).bagCount();
      feeds = new Feeds(graph, "network", bags, preprocessing.info().tasks().size());
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
    session = new Session(graph, config(threads));
    inference = new Inference(graph, session, preprocessing.info());
  }

  private static ConfigProto config(int threads) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(threads)
        .build();
  }

  Preprocessing preprocessing() {
    return preprocessing;
  }

  VariablePlan plan() {
    return variables.plan();
  }

  /** Sets all parameters and states, by path. */
  void assign(Map<String, float[]> values) {
    variables.assign(session, values);
  }

  /** All parameters and states, by path. */
  Map<String, float[]> values() {
    return variables.read(session);
  }

  Inference inference() {
    return inference;
  }

  /** The layers of the network for prediction, by path. */
  Map<String, Operand<TFloat32>> layers() {
    return prediction.layers();
  }

  TrainingGraph training() {
    return training;
  }

  /** Starts the optimizer anew. */
  void resetOptimizer() {
    training.slots().reset(session);
  }

  /** A run on a batch outside training that fetches nothing yet. */
  SessionRun evaluation(Batch batch) {
    SessionRun run = new SessionRun(session);
    feeds.feed(run, batch);
    return run;
  }

  /** A run of a training step that fetches nothing yet. */
  SessionRun step(BitSet tasks, Batch batch, StepInputs inputs) {
    SessionRun run = forward(batch, inputs);
    run.target(training.step(tasks).operation());
    float[] weights = new float[inputs.lossWeights().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) inputs.lossWeights()[i];
    }
    run.feedOwn(
        training.lossWeights(),
        TFloat32.tensorOf(training.lossWeights().shape(), DataBuffers.of(weights)));
    for (int i = 0; i < inputs.rates().length; i++) {
      run.feedOwn(training.ratePoints().get(i), TFloat32.scalarOf((float) inputs.rates()[i]));
    }
    return run;
  }

  /** A run of what a training step computes, without the step. */
  SessionRun forward(Batch batch, StepInputs inputs) {
    SessionRun run = new SessionRun(session);
    feeds.feed(run, batch, 1, inputs.seed(), inputs.step());
    return run;
  }

  /** What a step is fed beside its batch. */
  @SuppressWarnings("ArrayRecordComponent")
  record StepInputs(long seed, long step, double[] lossWeights, double[] rates) {}

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
