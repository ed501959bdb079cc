package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.train.course.TaskStopping;
import dev.espalier.runtime.train.loop.RunValidations.Look;
import dev.espalier.runtime.train.run.EpochReport;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ends of a run's epochs: each is validated, tasks may stop, and it is reported. */
final class EpochEnds {
  private static final Logger LOG = LoggerFactory.getLogger(EpochEnds.class);

  private final RunProgress progress;
  private final BalanceTotals balance;
  private final RunValidations validations;
  private final TaskStopping stopping;
  private final RunReports reports;
  private final RunListeners listeners;

  /** Those of a run. */
  EpochEnds(
      RunProgress progress,
      BalanceTotals balance,
      RunValidations validations,
      TaskStopping stopping,
      RunReports reports,
      RunListeners listeners) {
    this.progress = progress;
    this.balance = balance;
    this.validations = validations;
    this.stopping = stopping;
    this.reports = reports;
    this.listeners = listeners;
  }

  /**
   * Ends the epoch that is under way.
   *
   * @param trained the tasks that were trained in it
   */
  void end(BitSet trained) {
    int epoch = progress.epoch();
    Look look = validations.afterEpoch();
    EpochReport report =
        progress.report(
            balance.report(),
            look.found(),
            look.seconds(),
            stopping.judge(epoch, trained, look.found(), validations::again));
    reports.add(report);
    LOG.debug("Epoch {}: losses {}", epoch, report.losses());
    report.stopped().forEach(stop -> LOG.info("{}", stop));
    listeners.tell(listener -> listener.epochEnded(report));
  }

  /** The report of an epoch that has not come to its end, if one is under way. */
  Optional<EpochReport> part() {
    if (!progress.inEpoch()) {
      return Optional.empty();
    }
    Look look = validations.look();
    return Optional.of(progress.report(balance.report(), look.found(), look.seconds(), List.of()));
  }
}
