package dev.espalier.benchmarks;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.espalier.benchmarks.OnnxNetwork.Encoded;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.session.PredictionSession;
import dev.espalier.samples.census.CensusData;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusPrediction;
import dev.espalier.samples.census.CensusPredictor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.tensorflow.proto.GraphDef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Predictions of census rows beside ONNX Runtime's with the same network and weights, in turns.
 *
 * <p>A predictor takes typed rows and gives typed predictions; ONNX Runtime knows arrays alone. So
 * two pairs are measured: typed rows against rows that Espalier encodes and ONNX Runtime predicts,
 * and the networks alone over rows that were encoded before.
 */
@Command(
    name = "onnx",
    description = "Predictions beside those of ONNX Runtime with the same network.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class OnnxBenchmark implements Runnable {
  private static final double CLOSE = 1e-5;

  @Option(names = "--rows", description = "Rows that are predicted")
  private int rows = 8192;

  @Option(names = "--batch", description = "Rows of a batch")
  private int batch = 1024;

  @Option(names = "--rounds", description = "Walks over the rows")
  private int rounds = 41;

  @Option(names = "--data", description = "Folder with the census rows; else $ESPALIER_DATA")
  private Optional<Path> data = Optional.empty();

  @Override
  public void run() {
    TrainedCensus census = TrainedCensus.of(data, rows);
    ExampleInfo info = CensusData.codec().info();
    SavedModel model = ModelFile.read(census.file());
    Encoder encoder = Encoder.of(model, info);
    try (CensusPredictor predictor = CensusPredictor.load(census.file());
        PredictionSession network = network(model, info);
        OnnxNetwork onnx = new OnnxNetwork(OnnxCensus.of(model, info))) {
      List<CensusInput> inputs = census.inputs();
      requireEqual(predictor, onnx, encoder, inputs);
      batches(predictor, network, onnx, encoder, inputs);
      single(predictor, onnx, encoder, inputs);
    }
  }

  private static PredictionSession network(SavedModel model, ExampleInfo info) {
    try {
      return new PredictionSession(
          GraphDef.parseFrom(model.graph()), model.description().variables(), model.values(), info);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Encodes typed rows as a predictor does. */
  private record Encoder(Preprocessing learnt, List<Needs> needs) {

    static Encoder of(SavedModel model, ExampleInfo info) {
      return new Encoder(
          Preprocessing.fromTree(info, model.description().preprocessing()),
          model.description().needs());
    }

    EncodedRows encode(List<CensusInput> inputs) {
      RawColumns columns = RawColumns.unlabelled("rows", learnt.info(), needs);
      for (CensusInput input : inputs) {
        CensusData.codec().encodeInput(input, columns);
        columns.endRow();
      }
      return learnt.encode(columns);
    }
  }

  private static Encoded arrays(EncodedRows rows) {
    try (Batch batch = Batches.inOrder(rows, rows.size()).fill(0)) {
      return Encoded.of(batch);
    }
  }

  /** It is the same network only if it predicts the same. */
  private static void requireEqual(
      CensusPredictor predictor, OnnxNetwork onnx, Encoder encoder, List<CensusInput> inputs) {
    List<CensusPrediction> own = predictor.predictInputs(inputs);
    float[][][] theirs = onnx.predict(arrays(encoder.encode(inputs)));
    double most = 0;
    for (int row = 0; row < own.size(); row++) {
      most = Math.max(most, Math.abs(own.get(row).highIncome() - theirs[0][row][0]));
      most = Math.max(most, Math.abs(own.get(row).neverMarried() - theirs[1][row][0]));
    }
    System.out.printf(Locale.ROOT, "Greatest difference of predictions: %.1e%n", most);
    if (most > CLOSE) {
      throw new IllegalStateException("ONNX Runtime predicts something else");
    }
  }

  private void batches(
      CensusPredictor predictor,
      PredictionSession network,
      OnnxNetwork onnx,
      Encoder encoder,
      List<CensusInput> inputs) {
    List<List<CensusInput>> parts = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += batch) {
      parts.add(inputs.subList(from, Math.min(inputs.size(), from + batch)));
    }
    List<EncodedRows> before = parts.stream().map(part -> encoder.encode(part)).toList();
    List<Encoded> arrays = before.stream().map(OnnxBenchmark::arrays).toList();
    List<DoubleSupplier> contenders =
        List.of(
            timed(() -> parts.forEach(predictor::predictInputs)),
            timed(
                () -> {
                  for (int i = 0; i < arrays.size(); i++) {
                    encoder.encode(parts.get(i));
                    onnx.predict(arrays.get(i));
                  }
                }),
            timed(() -> before.forEach(network::predict)),
            timed(() -> arrays.forEach(onnx::predict)));
    Comparison millis = Comparison.inTurns(rounds / 2, rounds, contenders);
    tell("typed rows", millis, 0);
    tell("rows encoded before", millis, 2);
  }

  private static DoubleSupplier timed(Runnable work) {
    return () -> Comparison.millis(work);
  }

  private void tell(String what, Comparison millis, int first) {
    System.out.printf(
        Locale.ROOT,
        "Batches of %d, %s: %,.0f rows/s, ONNX Runtime %,.0f rows/s, %.2f times as many%n",
        batch,
        what,
        rows * 1e3 / millis.median(first),
        rows * 1e3 / millis.median(first + 1),
        millis.samples().get(first + 1).over(millis.samples().get(first)).median());
  }

  private void single(
      CensusPredictor predictor, OnnxNetwork onnx, Encoder encoder, List<CensusInput> inputs) {
    List<Encoded> arrays =
        inputs.stream().map(input -> arrays(encoder.encode(List.of(input)))).toList();
    double[] own = new double[inputs.size()];
    double[] theirs = new double[inputs.size()];
    for (int round = 0; round < 2; round++) { // The first warms up.
      for (int i = 0; i < own.length; i++) {
        CensusInput input = inputs.get(i);
        Encoded encoded = arrays.get(i);
        own[i] = Comparison.millis(() -> predictor.predictInput(input));
        theirs[i] = Comparison.millis(() -> onnx.predict(encoded));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "One typed row: median %.3f ms, p99 %.3f ms; ONNX Runtime, encoded before: median %.3f ms,"
            + " p99 %.3f ms%n",
        new Sample(own).median(),
        new Sample(own).quantile(0.99),
        new Sample(theirs).median(),
        new Sample(theirs).quantile(0.99));
  }
}
