package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.session.Feeds;
import dev.espalier.runtime.session.Inference;
import dev.espalier.runtime.session.NetworkBuilder;
import dev.espalier.runtime.session.Opening;
import dev.espalier.runtime.session.PredictionGraph;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariablePlan;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.session.Variables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Graph and session of a model whose preprocessing is known: training, evaluation, prediction. */
public final class ModelSession implements AutoCloseable {
  private static final String SCOPE = "network";
  private static final String AVERAGED = "averages";

  private final Preprocessing preprocessing;
  private final Graph graph = new Graph();
  private final Variables variables;
  private final TrainingGraph training;
  private final Feeds trainingFeeds;
  private final Optional<WeightAverages> averages;
  private final Optional<LossScale> lossScale;
  private final EvaluationGraph evaluation;
  private final Feeds evaluationFeeds;
  private final NetworkBuilder prediction;
  private final Session session;
  private final Inference inference;
  private final Map<String, Operand<TFloat32>> means = new HashMap<>();

  /** Builds its networks with the usual options. */
  public ModelSession(
      GeneratedModel<?, ?, ?> model,
      ModelInfo info,
      Optimizer optimizer,
      Preprocessing preprocessing,
      int threads) {
    this(model, info, optimizer, preprocessing, SessionOptions.threads(threads));
  }

  /**
   * Builds its networks; variables have no values yet.
   *
   * @param info the description, frozen parts as they are in this trainer
   */
  public ModelSession(
      GeneratedModel<?, ?, ?> model,
      ModelInfo info,
      Optimizer optimizer,
      Preprocessing preprocessing,
      SessionOptions options) {
    this.preprocessing = preprocessing;
    try (Opening opening = new Opening()) {
      opening.onFailure(graph::close);
      Ops tf = Ops.create(graph);
      variables =
          new Variables(
              tf,
              VariablePlan.of(info, preprocessing::rows)
                  .byRows(new RowWiseTables(preprocessing.info(), optimizer, options)));
      NetworkBuilder network =
          NetworkBuilder.training(tf.withSubScope(SCOPE), variables, preprocessing);
      training =
          new TrainingGraph(
              tf.withSubScope("training"),
              info,
              optimizer,
              options.clipping(),
              variables,
              network,
              model.build(network));
      averages =
          options
              .averaging()
              .map(
                  rule ->
                      new WeightAverages(
                          tf.withSubScope("averages"),
                          rule,
                          variables,
                          training.changing(),
                          training.kept()));
      Variables shown = averages.map(WeightAverages::shown).orElse(variables);
      prediction = PredictionGraph.draw(tf, model, shown, preprocessing);
      evaluation = EvaluationGraph.draw(tf, model, shown, preprocessing);
      trainingFeeds = new Feeds(graph, SCOPE, preprocessing.info());
      evaluationFeeds = new Feeds(graph, EvaluationGraph.SCOPE, preprocessing.info());
      session = new Session(graph, SessionConfig.of(options));
      lossScale = options.lossScale();
      opening.onFailure(session::close);
      inference = new Inference(graph, session, preprocessing.info());
      opening.done();
    }
  }

  public Preprocessing preprocessing() {
    return preprocessing;
  }

  public VariablePlan plan() {
    return variables.plan();
  }

  /** Sets all parameters and states that steps go on from, by path; averages stay. */
  public void assign(Map<String, float[]> values) {
    variables.assign(session, values);
  }

  /** All parameters and states that steps go on from, by path. */
  public Map<String, float[]> values() {
    return variables.read(session);
  }

  /** Sets all parameters and states, by path; averages begin with them. */
  public void start(Map<String, float[]> values) {
    assign(values);
    startAverages();
  }

  /** All parameters and states that are evaluated, predicted with and saved, by path. */
  public Map<String, float[]> shown() {
    return shownVariables().read(session);
  }

  private Variables shownVariables() {
    averages.ifPresent(each -> each.catchUp(session));
    return averages.map(WeightAverages::shown).orElse(variables);
  }

  /** Sets some variables, and their averages, by path. */
  public void assign(List<VariableSpec> some, Map<String, float[]> values) {
    variables.assign(session, some, values);
    if (averages.isPresent()) {
      shownVariables().assign(session, some, values);
    }
  }

  /** Some variables as they are evaluated, by path. */
  public Map<String, float[]> values(List<VariableSpec> some) {
    return shownVariables().read(session, some);
  }

  /** The factor of losses, where the range of numbers needs one. */
  Optional<LossScale> lossScale() {
    return lossScale;
  }

  /** Whether averages follow the weights. */
  boolean averages() {
    return averages.isPresent();
  }

  /** Has averages begin anew with the weights that there are. */
  public void startAverages() {
    averages.ifPresent(each -> each.start(session));
  }

  /** Has averages follow a step. */
  void averageStep() {
    averages.ifPresent(each -> each.stepped(session));
  }

  /** Has averages follow an epoch. */
  void averageEpoch(int epoch) {
    averages.ifPresent(each -> each.epochEnded(session, epoch));
  }

  /** The tasks that a parameter or state is for, by index. */
  public int[] tasks(VariableSpec variable) {
    return variable
        .parameter()
        .map(Parameter::tasks)
        .orElseGet(() -> training.state(variable.name()).tasks());
  }

  /** Runs the network for prediction. */
  public Inference inference() {
    averages.ifPresent(each -> each.catchUp(session));
    return inference;
  }

  /** The layers of the network for prediction, by path. */
  public Map<String, Operand<TFloat32>> layers() {
    return prediction.layers();
  }

  /**
   * The mean of all of a layer's value for each row; kept, so that looking often makes no graph
   * grow.
   */
  public Operand<TFloat32> meanOf(String layer) {
    return means.computeIfAbsent(
        layer,
        path -> {
          Ops tf = Ops.create(graph).withSubScope("means");
          Operand<TFloat32> value = prediction.layers().get(path);
          int[] axes = IntStream.range(1, value.shape().numDimensions()).toArray();
          return tf.math.mean(value, tf.constant(axes));
        });
  }

  public TrainingGraph training() {
    return training;
  }

  /** Steps from now on are those of an epoch, from 1, in which parts may stand still. */
  public void moveTo(int epoch) {
    training.moveTo(epoch);
  }

  /** Starts the optimizer anew. */
  public void resetOptimizer() {
    training.slots().reset(session);
    training.rates().reset();
  }

  /**
   * What a run has made of all that steps keep for themselves. What a balancing method keeps in
   * variables is there once the run's {@link Stepping} is made.
   */
  public TrainingState trainingState() {
    Map<String, Long> counts = new LinkedHashMap<>(training.rates().counts());
    averages.ifPresent(each -> counts.put(AVERAGED, each.count()));
    lossScale.ifPresent(each -> counts.putAll(each.counts()));
    return new TrainingState(training.kept().values(session), counts);
  }

  /**
   * Goes on from there: steps on the same batches with the same inputs give the same bits.
   *
   * @param state taken from a session of the same model and options, whose {@link Stepping} is made
   * @throws TrainingException when it does not fit; nothing is changed
   */
  public void assign(TrainingState state) {
    Map<String, Long> updates = new LinkedHashMap<>(state.counts());
    long averaged = Optional.ofNullable(updates.remove(AVERAGED)).orElse(0L);
    updates.keySet().removeAll(LossScale.COUNTS);
    training.rates().requireFit(updates);
    training.kept().assign(session, state.arrays());
    training.rates().assign(updates);
    averages.ifPresent(each -> each.resume(averaged));
    lossScale.ifPresent(each -> each.resume(state.counts()));
  }

  public EvaluationGraph evaluation() {
    return evaluation;
  }

  /** A run on a batch outside training that fetches nothing yet. */
  public SessionRun evaluation(Batch batch) {
    averages.ifPresent(each -> each.catchUp(session));
    return run(run -> evaluationFeeds.feed(run, batch));
  }

  /** A run that is put together; what it owns is freed if that fails. */
  SessionRun run(Consumer<SessionRun> parts) {
    try (Opening opening = new Opening()) {
      SessionRun run = new SessionRun(session);
      opening.onFailure(run::close);
      parts.accept(run);
      opening.done();
      return run;
    }
  }

  /**
   * A run on a batch of what a training step computes of its objective; it fetches nothing yet.
   *
   * @param more what a step asks of it beside
   */
  public SessionRun objective(Batch batch, StepInputs inputs, Consumer<SessionRun> more) {
    return run(
        run -> {
          feed(run, batch, inputs);
          feedObjective(run, inputs);
          more.accept(run);
        });
  }

  /** Starts averages of gradients with 0. */
  public void resetAverages() {
    training.averages().reset(session);
  }

  /**
   * A run that updates along what runs before have found; it fetches nothing yet.
   *
   * @param more what is found, and what updates
   */
  SessionRun update(StepInputs inputs, Consumer<SessionRun> more) {
    return run(
        run -> {
          feedRates(run, inputs);
          more.accept(run);
        });
  }

  private void feed(SessionRun run, Batch batch, StepInputs inputs) {
    trainingFeeds.feed(run, batch, inputs.seed(), inputs.step());
  }

  private void feedObjective(SessionRun run, StepInputs inputs) {
    run.feedOwn(training.lossWeights(), inputs.factors());
    if (inputs.method() instanceof MethodInputs.Logits logits) {
      run.feedOwn(training.logits(), logits.byTask());
      run.feedOwn(training.power(), TFloat32.scalarOf((float) logits.power()));
    }
    feedRates(run, inputs);
  }

  private void feedRates(SessionRun run, StepInputs inputs) {
    training.rates().feed(run, inputs.rates());
  }

  /** The paths of what is not finite any more: the first of each variable. */
  public List<String> notFinite() {
    List<VariableSpec> all = plan().all();
    try (SessionRun run = new SessionRun(session)) {
      run.fetch(training.finite());
      try (Result result = run.run()) {
        TBool finite = (TBool) result.get(0);
        return IntStream.range(0, all.size())
            .filter(i -> !finite.getBoolean(i))
            .mapToObj(i -> all.get(i).name())
            .toList();
      }
    }
  }

  /** A run of what a training step computes, without the step. */
  public SessionRun forward(Batch batch, StepInputs inputs) {
    return run(run -> feed(run, batch, inputs));
  }

  @Override
  public void close() {
    try {
      session.close();
    } finally {
      graph.close();
    }
  }
}
