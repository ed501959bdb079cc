package dev.espalier.runtime.train.model;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.session.FiniteValues;
import dev.espalier.runtime.session.Matrix;
import dev.espalier.runtime.session.Opening;
import dev.espalier.runtime.sharing.LearntSharing;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.SessionOptions;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.transfer.TransferReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The model that a trainer has at present, once it has one: where it comes from, what it predicts
 * and shows, where it goes.
 */
public final class HeldModel<E, I, P> {
  private final GeneratedModel<E, I, P> model;
  private final ExampleCodec<E, I, P> codec;
  private final ModelInfo info;
  private final TrainingOptions options;
  private final Runnable check;
  private Optional<ModelSession> session = Optional.empty();
  private volatile List<TransferReport> transferred = List.of();

  /**
   * None yet.
   *
   * @param options with what the model says where the builder says nothing
   * @param check called before each example that is predicted for; what it throws ends that
   * @throws dev.espalier.runtime.EspalierException when options name parts that it does not have
   */
  public HeldModel(GeneratedModel<E, I, P> model, TrainingOptions options, Runnable check) {
    this.model = model;
    this.codec = model.codec();
    this.info = RateScaling.apply(Freezing.apply(model.info(), options.parts()), options.parts());
    this.options = options;
    this.check = check;
    StartValues.requireParts(info, options);
  }

  /** Its description, as the options change it. */
  public ModelInfo info() {
    return info;
  }

  // ---- Where it comes from ----------------------------------------------------------------------

  /** What it has learnt before training, if there is one. */
  public Optional<Preprocessing> preprocessing() {
    return session.map(ModelSession::preprocessing);
  }

  /**
   * It.
   *
   * @throws TrainingException when there is none
   */
  public ModelSession current() {
    return session.orElseThrow(
        () -> new TrainingException("This trainer knows nothing yet: call `fit` or `load` first."));
  }

  /** It, or a new one that has learnt nothing beyond this. */
  public ModelSession orNew(Preprocessing preprocessing) {
    return session.orElseGet(() -> create(preprocessing));
  }

  private ModelSession create(Preprocessing preprocessing) {
    try (Opening opening = new Opening()) {
      ModelSession created = open(preprocessing);
      opening.onFailure(created::close);
      StartValues start = StartValues.of(created, info, options);
      created.start(start.values());
      session = Optional.of(created);
      transferred = start.reports();
      opening.done();
      return created;
    }
  }

  private ModelSession open(Preprocessing preprocessing) {
    return new ModelSession(
        model,
        info,
        options.optimizer().orElseGet(model::optimizer),
        preprocessing,
        sessionOptions(options));
  }

  private static SessionOptions sessionOptions(TrainingOptions options) {
    boolean averagesGradients =
        options.balancing().orElseGet(Balancing::fixedWeights) instanceof GradientBalancing method
            && method.averages();
    return new SessionOptions(
        options.threads(),
        options.schedule().batchSize(),
        averagesGradients,
        options.averaging(),
        options.precision(),
        options.clipping().orElseGet(Clipping::none));
  }

  /** Takes the place of the one before; a file that does not fit changes nothing. */
  public void load(Path file) {
    take(SavedModels.load(file, codec.info(), info, this::open));
  }

  /**
   * The same with a model that was read.
   *
   * @param file that it was read from, for messages
   */
  public void load(Path file, SavedModel saved) {
    take(SavedModels.open(file, saved, codec.info(), info, this::open));
  }

  private void take(ModelSession loaded) {
    Optional<ModelSession> last = session;
    session = Optional.of(loaded);
    last.ifPresent(ModelSession::close);
  }

  /** Lets it go. */
  public void free() {
    Optional<ModelSession> last = session;
    session = Optional.empty();
    last.ifPresent(ModelSession::close);
  }

  /** What became of transfers when it was made. */
  public List<TransferReport> transferred() {
    return transferred;
  }

  // ---- What it predicts and shows ---------------------------------------------------------------

  /** Rows of examples or inputs, which it must know. */
  private <X> EncodedRows encode(Iterable<? extends X> rows, BiConsumer<X, RowWriter> encoder) {
    RawColumns columns = RawColumns.unlabelled("examples", codec.info(), info.needs());
    for (X row : rows) {
      check.run();
      encoder.accept(row, columns);
      columns.endRow();
    }
    return current().preprocessing().encode(columns);
  }

  /** A prediction for each of some rows. */
  public <X> List<P> predict(Iterable<? extends X> rows, BiConsumer<X, RowWriter> encoder) {
    return current().inference().predict(encode(rows, encoder)).decode(codec);
  }

  /** What a layer gives for examples. */
  public float[][] activations(String address, Iterable<? extends E> examples) {
    ModelSession current = current();
    Matrix values =
        current
            .inference()
            .fetch(this.<E>encode(examples, codec::encode), Layers.find(current.layers(), address));
    return IntStream.range(0, values.rows()).mapToObj(values::row).toArray(float[][]::new);
  }

  /** What its sharing scheme has learnt. */
  public LearntSharing sharing(Iterable<? extends E> examples) {
    return new SharingInspection(info.sharing(), model.sharing(), current())
        .of(this.<E>encode(examples, codec::encode));
  }

  /** What is known of it, layer by layer. */
  public ModelSummary summary() {
    return session.map(Summaries::of).orElseGet(() -> Summaries.of(info, codec.info()));
  }

  // ---- Where it goes ----------------------------------------------------------------------------

  /** Saves it to a file. */
  public void save(Path file) {
    SavedModels.save(file, model, info, current());
  }

  /** Writes it as a SavedModel. */
  public void export(Path folder) {
    SavedModels.export(folder, model, info, current());
  }

  /** It as it is at the moment of asking; empty when something of it is not finite. */
  public Supplier<Optional<SavedModel>> snapshots() {
    ModelSession current = current();
    byte[] graph = SavedModels.graph(model, current);
    return () -> {
      Map<String, float[]> values = current.values();
      return FiniteValues.allFinite(values)
          ? Optional.of(SavedModels.of(info, current, values, graph))
          : Optional.empty();
    };
  }
}
