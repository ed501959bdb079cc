package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.step.LearningRates;
import dev.espalier.runtime.step.LossTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.train.course.RunRates;
import dev.espalier.runtime.train.course.TrainedTasks;
import dev.espalier.runtime.train.guard.Place;
import dev.espalier.runtime.train.guard.StepGuard;
import dev.espalier.runtime.train.option.TrainingOptions.Schedule;
import java.util.BitSet;

/** Takes the steps of a run, one after the other. */
final class RunSteps {
  private final ModelSession session;
  private final Schedule schedule;
  private final RunRates rates;
  private final TrainedTasks trained;
  private final double[] lossWeights;
  private final int stepsPerEpoch;
  private final Stepping stepping;
  private final StepGuard guard;
  private double rate;

  /**
   * Those of a run.
   *
   * @param stepsPerEpoch of an epoch in which all tasks are trained
   */
  RunSteps(
      ModelSession session,
      Schedule schedule,
      RunRates rates,
      TrainedTasks trained,
      double[] lossWeights,
      int stepsPerEpoch,
      Stepping stepping,
      StepGuard guard) {
    this.session = session;
    this.schedule = schedule;
    this.rates = rates;
    this.trained = trained;
    this.lossWeights = lossWeights;
    this.stepsPerEpoch = stepsPerEpoch;
    this.stepping = stepping;
    this.guard = guard;
  }

  /** Takes a step, which adds what it finds to the losses. */
  void take(Place place, BitSet trainedNow, Batch batch, LossTotals losses) {
    BitSet taking = taking(batch, trainedNow);
    if (taking.isEmpty()) {
      losses.addNone();
      return;
    }
    guard.beforeStep();
    LearningRates now = learningRates(place);
    rate = now.usual();
    double[] ramped = trained.ramped(lossWeights, place.epoch(), place.part());
    StepInputs inputs =
        stepping.weighed(new StepInputs(schedule.seed(), place.ofRun(), ramped, now), taking);
    try {
      stepping.step(place.epoch(), taking, batch, inputs, losses);
    } catch (RuntimeException e) {
      guard.failed(e, place, taking, batch, inputs);
      losses.addNone();
      return;
    }
    session.training().rates().stepped(taking);
    guard.afterStep();
  }

  /** The learning rate of the last step. */
  double rate() {
    return rate;
  }

  /**
   * The tasks of a batch's step: those that are trained and have labels in it. Each set of tasks
   * has operations of its own; should there be very many sets, further ones become the set of all
   * that are trained, where gradients of those without labels are exactly 0, though an optimizer's
   * momentum moves them on.
   */
  private BitSet taking(Batch batch, BitSet trainedNow) {
    BitSet taking = batch.tasks();
    taking.and(trainedNow);
    return taking.isEmpty() || session.training().offers(taking) ? taking : trainedNow;
  }

  /**
   * The rates of a step, where schedules have them: an epoch that is shorter, because tasks have
   * not joined or have stopped, takes as much of a schedule as any.
   */
  private LearningRates learningRates(Place place) {
    double given = schedule.learningRate().orElse(session.training().optimizer().learningRate());
    long before = (long) stepsPerEpoch * (place.epoch() - 1);
    long now = before + (long) Math.ceil(place.part() * stepsPerEpoch - 1e-9);
    return rates.at(now, guard.factor() * given);
  }
}
