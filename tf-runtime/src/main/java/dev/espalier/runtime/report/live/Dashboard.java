package dev.espalier.runtime.report.live;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.report.record.RunRecorder;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.NonFiniteReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the page of {@link dev.espalier.runtime.report.html.HtmlReport} while a run goes on; a
 * browser that shows it asks for what is new once a second.
 *
 * <p>It listens on the loopback address alone, so that no other machine reaches it, and answers
 * only to that name, so that no other page in the browser does. What a browser does or fails to do
 * happens on threads of the server and never on the one that trains. {@link #close} ends all of
 * them.
 *
 * <pre>{@code
 * try (Dashboard dashboard = Dashboard.open();
 *     CensusTrainer trainer = CensusTrainer.builder().listener(dashboard).build()) {
 *   System.out.println(dashboard.uri());
 *   trainer.fit(train, validation);
 * }
 * }</pre>
 */
public final class Dashboard implements TrainingListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

  private final RunRecorder recorder = new RunRecorder();
  private final LoopbackServer server;

  private Dashboard(int port) {
    try {
      server = new LoopbackServer(port, recorder);
    } catch (IOException e) {
      throw new EspalierException(
          ("Can't serve the dashboard on port %d of this machine: %s. Dashboard.open() finds a port"
                  + " that is free.")
              .formatted(port, e.getMessage()),
          e);
    }
    LOG.info("The dashboard is at {}", uri());
  }

  /** A dashboard on a port that is free. */
  public static Dashboard open() {
    return new Dashboard(0);
  }

  /**
   * A dashboard on a port of your own.
   *
   * @param port 1 to 65535, or 0 for one that is free
   * @throws EspalierException when the port is taken
   */
  public static Dashboard open(int port) {
    if (port < 0 || port > 65535) {
      throw new EspalierException(
          "Parameter `port` should be 0 to 65535. Found `port = %d`.".formatted(port));
    }
    return new Dashboard(port);
  }

  /** Where the page is, for a browser on this machine. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void runStarted(RunStart run) {
    recorder.runStarted(run);
  }

  @Override
  public void runResumed(RunResumed resumed) {
    recorder.runResumed(resumed);
  }

  @Override
  public void runWentBack(RunResumed place) {
    recorder.runWentBack(place);
  }

  @Override
  public void stepNotFinite(NonFiniteReport step) {
    recorder.stepNotFinite(step);
  }

  @Override
  public void stepEnded(StepReport step) {
    recorder.stepEnded(step);
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    recorder.epochEnded(epoch);
  }

  @Override
  public void runEnded(History history) {
    recorder.runEnded(history);
  }

  @Override
  public void runFailed(RuntimeException failure) {
    recorder.runFailed(failure);
  }

  /**
   * Ends the server and its threads; closing twice does nothing. A page that is open and asking
   * gets up to two seconds to fetch what the run ended with.
   */
  @Override
  public void close() {
    server.close();
  }
}
