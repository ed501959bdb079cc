package dev.espalier.samples.serve;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.serve.BatchingPredictor;
import dev.espalier.samples.census.Census;
import dev.espalier.samples.census.CensusData;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusPrediction;
import dev.espalier.samples.census.CensusPredictor;
import dev.espalier.samples.census.CensusTrainer;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Ranges;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.CensusIncome;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Serves predictions of {@link Census} over HTTP, on this machine alone unless told otherwise.
 *
 * <p>Rows of all requests are predicted together. Try {@code curl -H 'Content-Type:
 * application/json' -d @row.json http://127.0.0.1:8080/predict}.
 */
@Command(name = "serve", description = "Predictions of census rows over HTTP, JSON in and out.")
public final class ServeSample implements Callable<Integer> {
  private static final int MOST_REQUESTS = 256;
  private static final int ROWS_A_RUN = 256;
  private static final Duration DELAY = Duration.ofMillis(1);
  private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

  @Mixin private final SampleOptions options = new SampleOptions(2, 1024, 1e-3);

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "A model of the census sample to serve; one is trained where there is none of this name.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}, this machine alone.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "Port to listen on. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path file = model.orElseGet(() -> Path.of("census.espalier"));
    if (!Files.exists(file)) {
      train(file, out);
    }
    if (System.getProperty(REQUEST_SECONDS) == null) {
      System.setProperty(REQUEST_SECONDS, "30"); // Else who stops halfway keeps its place.
    }
    try (var predictor = CensusPredictor.load(file).batching(ROWS_A_RUN, DELAY);
        PredictionServer server =
            of(new InetSocketAddress(InetAddress.getByName(host), port), predictor)) {
      server.start();
      out.printf("Serving %s at http://%s:%d/predict%n", file, host, port);
      out.flush();
      new CountDownLatch(1).await(); // Until the process is ended.
      return 0;
    }
  }

  private void train(Path file, PrintWriter out) {
    Report report = Report.begin("serve", options);
    Dataset<Census> rows = CensusData.csv(options.file(new CensusIncome(), out)).load();
    Figures figures =
        new SampleTraining(options, out)
            .run(CensusTrainer.builder(), Splits.byTens(rows), trainer -> trainer.save(file));
    report.with(figures).write();
  }

  /** A server of census predictions, not started. */
  static PredictionServer of(
      InetSocketAddress address, BatchingPredictor<Census, CensusInput, CensusPrediction> predictor)
      throws IOException {
    try {
      return new PredictionServer(address, MOST_REQUESTS, body -> answer(body, predictor));
    } catch (BindException e) {
      throw new EspalierException(
          "Can't listen on %s: %s. --port names another port.".formatted(address, e.getMessage()),
          e);
    }
  }

  private static byte[] answer(
      byte[] body, BatchingPredictor<Census, CensusInput, CensusPrediction> predictor)
      throws Refusal, IOException {
    JsonBody.Parsed parsed = JsonBody.parse(body);
    List<CensusInput> inputs = new ArrayList<>();
    for (Fields row : parsed.rows()) {
      inputs.add(CensusJson.input(row));
    }
    List<CompletableFuture<CensusPrediction>> asked =
        inputs.stream().map(predictor::submitInput).toList();
    try {
      return CensusJson.output(
          parsed.several(), asked.stream().map(CompletableFuture::join).toList());
    } catch (CompletionException e) {
      if (e.getCause() instanceof DataException wrong) {
        throw Refusal.wrong(wrong.getMessage());
      }
      throw e;
    }
  }
}
