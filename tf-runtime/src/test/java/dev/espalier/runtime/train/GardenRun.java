package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.SessionOptions;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A model whose parameters a test looks at before and after steps of plain descent. */
final class GardenRun implements AutoCloseable {
  static final double RATE = 0.01;

  private final GeneratedModel<Garden, ?, ?> model;
  private final ModelSession session;
  private final EncodedRows rows;
  private final Map<String, float[]> start;
  private History history;

  GardenRun(GeneratedModel<Garden, ?, ?> model, List<Garden> examples) {
    this(model, examples, Optimizer.sgd(RATE));
  }

  /** Preprocessing is learnt from the examples. */
  GardenRun(GeneratedModel<Garden, ?, ?> model, List<Garden> examples, Optimizer optimizer) {
    this(model, examples, optimizer, SessionOptions.threads(1));
  }

  GardenRun(
      GeneratedModel<Garden, ?, ?> model,
      List<Garden> examples,
      Optimizer optimizer,
      SessionOptions options) {
    this.model = model;
    Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw(examples));
    rows = preprocessing.encode(raw(examples));
    session = new ModelSession(model, model.info(), optimizer, preprocessing, options);
    start = session.plan().initialValues(model.info(), 1);
  }

  private RawColumns raw(List<Garden> examples) {
    return RawColumns.read(Dataset.of(examples), model.codec(), model.info().needs());
  }

  ModelSession session() {
    return session;
  }

  /** What parameters begin a run with. */
  Map<String, float[]> start() {
    return start;
  }

  EncodedRows rows() {
    return rows;
  }

  /** What the last run reported. */
  History history() {
    return history;
  }

  /** The parameters after a run from the start; unless options say so, one step of all rows. */
  Map<String, float[]> after(
      UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> options, double... lossWeights) {
    return after(rows, options, lossWeights);
  }

  /** The parameters after a run on other examples. */
  Map<String, float[]> afterOther(
      List<Garden> examples, UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> options) {
    return after(session.preprocessing().encode(raw(examples)), options);
  }

  private Map<String, float[]> after(
      EncodedRows on,
      UnaryOperator<TrainerBuilder<GardenTask, TrainerOptions>> options,
      double... lossWeights) {
    session.assign(start);
    TrainerBuilder<GardenTask, TrainerOptions> builder =
        new TrainerBuilder<GardenTask, TrainerOptions>(all -> all).epochs(1).batchSize(on.size());
    for (GardenTask task : GardenTask.values()) {
      int index = task.ordinal();
      builder.lossWeight(task, index < lossWeights.length ? lossWeights[index] : 1);
    }
    history = PlainRun.of(session, on, options.apply(builder).build());
    return session.values();
  }

  /** What one step of all rows moves, over the rate: the gradient, if it is descended along. */
  Map<String, double[]> gradient(Balancing method, long seed, double... lossWeights) {
    Map<String, float[]> after =
        after(options -> options.balancing(method).seed(seed), lossWeights);
    Map<String, double[]> moved = new HashMap<>();
    after.forEach(
        (path, values) -> {
          double[] change = new double[values.length];
          for (int i = 0; i < change.length; i++) {
            change[i] = (start.get(path)[i] - (double) values[i]) / RATE;
          }
          moved.put(path, change);
        });
    return moved;
  }

  /** The gradient of one task's loss alone. */
  Map<String, double[]> gradientOf(int task) {
    double[] alone = new double[4];
    alone[task] = 1;
    return gradient(Balancing.fixedWeights(), 0, alone);
  }

  @Override
  public void close() {
    session.close();
  }
}
