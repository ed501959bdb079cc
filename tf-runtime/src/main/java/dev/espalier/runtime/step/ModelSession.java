package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.data.Preprocessing;
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
import dev.espalier.runtime.step.LossSums.Stacked;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Graph and session of a model whose preprocessing is known: training, evaluation, prediction. */
public final class ModelSession implements AutoCloseable {
  private static final String SCOPE = "network";
  private static final String AVERAGED = "averages";
  private static final String SCALE = "loss scale/bits";
  private static final String SCALE_FINITE = "loss scale/finite steps";
  private static final String SCALE_SKIPPED = "loss scale/skipped steps";

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
    lossScale.ifPresent(
        each -> {
          counts.put(SCALE, Double.doubleToLongBits(each.scale()));
          counts.put(SCALE_FINITE, each.finite());
          counts.put(SCALE_SKIPPED, each.skipped());
        });
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
    List<Long> scale =
        Stream.of(SCALE, SCALE_FINITE, SCALE_SKIPPED)
            .map(updates::remove)
            .filter(Objects::nonNull)
            .toList();
    training.rates().requireFit(updates);
    training.kept().assign(session, state.arrays());
    training.rates().assign(updates);
    averages.ifPresent(each -> each.resume(averaged));
    if (lossScale.isPresent() && scale.size() == 3) {
      lossScale.get().resume(Double.longBitsToDouble(scale.get(0)), scale.get(1), scale.get(2));
    }
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
  private SessionRun run(Consumer<SessionRun> parts) {
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
   * The second run, which mixes the rows of the first.
   *
   * @param found what the first has found; the caller's
   */
  SessionRun mixture(
      MixedStepGraph step, StepInputs inputs, MixedStepping.Found found, double[] weights) {
    return run(
        run -> {
          feedRates(run, inputs);
          run.feed(step.givenRows(), found.rows());
          feed(run, step.givenTouched(), found.touched());
          feed(run, step.givenBack(), found.heldBack());
          run.feedOwn(step.weights(), vector(step.weights().shape(), weights));
          run.target(step.second());
        });
  }

  /**
   * A run on a part of a step's batch.
   *
   * @param totals the sums of the tasks' weights in the whole batch
   * @param means the tasks' losses in the whole batch, where they are needed
   * @param before what tables that are updated by rows were given by the parts before
   */
  SessionRun part(
      AccumulatedStepGraph step,
      Batch part,
      StepInputs inputs,
      double[] totals,
      double[] means,
      List<? extends Tensor> before) {
    return objective(
        part,
        inputs,
        run -> {
          run.feedOwn(step.totals(), vector(step.totals().shape(), totals));
          run.feedOwn(step.means(), vector(step.means().shape(), means));
          feedScale(run, step);
          feed(run, step.rows().points(), before);
        });
  }

  /** The run that updates after the last part, whose gradients of tables stay the caller's. */
  SessionRun update(AccumulatedStepGraph step, StepInputs inputs, List<? extends Tensor> rows) {
    return run(
        run -> {
          feedRates(run, inputs);
          feedScale(run, step);
          feed(run, step.rows().points(), rows);
          run.target(step.update());
        });
  }

  /** Whether the gradients of all parts together are finite. */
  boolean areFinite(AccumulatedStepGraph step, List<? extends Tensor> rows) {
    try (SessionRun run =
        run(
            it -> {
              feed(it, step.rows().points(), rows);
              it.fetch(step.finite());
            })) {
      try (Result result = run.run()) {
        return ((TBool) result.get(0)).getBoolean();
      }
    }
  }

  private void feedScale(SessionRun run, AccumulatedStepGraph step) {
    double scale = lossScale.map(LossScale::scale).orElse(1.0);
    run.feedOwn(step.scale(), TFloat32.scalarOf((float) scale));
  }

  private static void feed(
      SessionRun run, List<? extends Operand<?>> points, List<? extends Tensor> values) {
    for (int i = 0; i < points.size(); i++) {
      run.feed(points.get(i), values.get(i));
    }
  }

  private static TFloat32 vector(Shape shape, double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return TFloat32.tensorOf(shape, DataBuffers.of(narrow));
  }

  private void feed(SessionRun run, Batch batch, StepInputs inputs) {
    trainingFeeds.feed(run, batch, inputs.seed(), inputs.step());
  }

  private void feedObjective(SessionRun run, StepInputs inputs) {
    Shape byTask = training.lossWeights().shape();
    run.feedOwn(training.lossWeights(), vector(byTask, inputs.factors()));
    if (inputs.method() instanceof MethodInputs.Logits logits) {
      run.feedOwn(training.logits(), vector(byTask, logits.byTask()));
      run.feedOwn(training.power(), TFloat32.scalarOf((float) logits.power()));
    }
    feedRates(run, inputs);
  }

  private void feedRates(SessionRun run, StepInputs inputs) {
    training.rates().feed(run, inputs.learningRate());
  }

  /**
   * What a training step would find, without the step.
   *
   * @param checked finite if nothing stands in the way of the step
   */
  public StepCheck check(BitSet tasks, Operand<TFloat32> checked, Batch batch, StepInputs inputs) {
    boolean finite = true;
    BitSet broken = new BitSet();
    BitSet rows = new BitSet();
    int rowsBefore = 0;
    List<Batch> parts = batch.parts();
    for (int i = 0; i < parts.size(); i++) {
      StepCheck found = checkPart(tasks, checked, parts.get(i), inputs.ofPart(i));
      finite &= found.finite();
      broken.or(found.tasks());
      int first = rowsBefore;
      found.rows().stream().forEach(place -> rows.set(first + place));
      rowsBefore += parts.get(i).size();
    }
    return new StepCheck(finite, broken, rows);
  }

  private StepCheck checkPart(
      BitSet tasks, Operand<TFloat32> checked, Batch batch, StepInputs inputs) {
    LossTotals losses = new LossTotals(preprocessing.info().tasks().size());
    try (SessionRun run = objective(batch, inputs, nothing -> {})) {
      Stacked sums = training.losses().stacked(batch.tasks());
      run.fetch(sums.sums());
      run.fetch(checked);
      try (Result result = run.run()) {
        losses.add(sums.tasks(), (TFloat32) result.get(0));
        BitSet broken = new BitSet();
        double[] found = losses.last();
        // A part may lack a task's labels, and so its loss.
        tasks.stream()
            .filter(batch.tasks()::get)
            .filter(task -> !Double.isFinite(found[task]))
            .forEach(broken::set);
        boolean finite = Float.isFinite(((TFloat32) result.get(1)).getFloat());
        return new StepCheck(finite, broken, brokenRows(broken, batch, inputs));
      }
    }
  }

  /** The places in a batch where losses are not finite. */
  private BitSet brokenRows(BitSet broken, Batch batch, StepInputs inputs) {
    BitSet rows = new BitSet();
    for (int task : broken.stream().toArray()) {
      try (SessionRun run = objective(batch, inputs, nothing -> {})) {
        run.fetch(training.losses().of(task).losses());
        try (Result result = run.run()) {
          TFloat32 losses = (TFloat32) result.get(0);
          long perRow = losses.size() / batch.size();
          if (perRow * batch.size() == losses.size()) {
            float[] values = new float[(int) losses.size()];
            losses.copyTo(DataBuffers.of(values));
            IntStream.range(0, values.length)
                .filter(i -> !Float.isFinite(values[i]))
                .forEach(i -> rows.set((int) (i / perRow)));
          }
        }
      }
    }
    return rows;
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
