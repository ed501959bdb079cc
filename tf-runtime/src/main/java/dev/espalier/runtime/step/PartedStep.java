package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.step.LossSums.Stacked;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** A step down a weighed sum of losses whose batch is worked on in parts. */
final class PartedStep {
  private final ModelSession session;
  private final LossBalancing method;
  private final BitSet taking;
  private final Batch batch;
  private final StepInputs inputs;
  private final AccumulatedStepGraph step;
  private final int[] measuredTasks;
  private final List<Operand<TFloat32>> measures;
  private final Stacked stacked;
  private final double[] sums;
  private final double[] measured;

  /**
   * A step to be taken.
   *
   * @param measuredTasks tasks that take part of which there is something to be averaged
   * @param measures what it is: a value of a part for each of these tasks
   */
  PartedStep(
      ModelSession session,
      LossBalancing method,
      BitSet taking,
      Batch batch,
      StepInputs inputs,
      int[] measuredTasks,
      List<Operand<TFloat32>> measures) {
    this.session = session;
    this.measuredTasks = measuredTasks;
    this.method = method;
    this.taking = taking;
    this.batch = batch;
    this.inputs = inputs;
    this.step = session.training().accumulatedStep(taking, method, session.lossScale().isPresent());
    this.measures = measures;
    this.stacked = session.training().losses().stacked(batch.tasks());
    this.sums = new double[2 * stacked.tasks().length];
    this.measured = new double[measures.size()];
  }

  /** Takes it and adds what it found of the losses. */
  void take(LossTotals losses) {
    double[] totals = totals();
    double[] means = method.logarithms().isPresent() ? means() : new double[totals.length];
    List<Batch> parts = batch.parts();
    List<Tensor> none = step.rows().none();
    try {
      follow(0, parts, totals, means, none);
    } finally {
      none.forEach(Tensor::close);
    }
    losses.add(stacked.tasks(), sums);
  }

  /** The sums of all tasks' weights in the whole batch. */
  private double[] totals() {
    double[] totals = new double[session.training().tasks().tasks().size()];
    int[] tasks = taking.stream().toArray();
    for (Batch part : batch.parts()) {
      try (SessionRun run = session.forward(part, inputs)) {
        run.fetch(step.partWeights());
        try (Result result = run.run()) {
          TFloat32 weights = (TFloat32) result.get(0);
          for (int i = 0; i < tasks.length; i++) {
            totals[tasks[i]] += weights.getFloat(i);
          }
        }
      }
    }
    return totals;
  }

  /** The losses of the whole batch, with the draws of the step. */
  private double[] means() {
    return losses(session, batch, inputs);
  }

  /** All tasks' losses on a batch with the draws of a step; 0 where there is no label. */
  static double[] losses(ModelSession session, Batch batch, StepInputs inputs) {
    int count = session.training().tasks().tasks().size();
    double[] sums = new double[count];
    double[] weights = new double[count];
    Stacked stacked = session.training().losses().stacked(batch.tasks());
    List<Batch> parts = batch.parts();
    for (int i = 0; i < parts.size(); i++) {
      try (SessionRun run = session.forward(parts.get(i), inputs.ofPart(i))) {
        run.fetch(stacked.sums());
        try (Result result = run.run()) {
          double[] found = LossTotals.numbers((TFloat32) result.get(0));
          int[] tasks = stacked.tasks();
          for (int at = 0; at < tasks.length; at++) {
            sums[tasks[at]] += found[at];
            weights[tasks[at]] += found[tasks.length + at];
          }
        }
      }
    }
    double[] means = new double[count];
    Arrays.setAll(means, task -> weights[task] > 0 ? sums[task] / weights[task] : 0);
    return means;
  }

  /** Works on a part and those that follow, while what the run before gave is still there. */
  private void follow(
      int at, List<Batch> parts, double[] totals, double[] means, List<? extends Tensor> before) {
    if (at == parts.size()) {
      update(before);
      return;
    }
    StepInputs ofPart = inputs.ofPart(at);
    try (SessionRun run =
        session.objective(
            parts.get(at),
            ofPart,
            it -> {
              it.feedOwn(step.totals(), totals);
              it.feedOwn(step.means(), means);
              feedScale(it);
              it.feed(step.rows().points(), before);
            })) {
      run.target(at == 0 ? step.first() : step.next());
      run.fetch(stacked.sums());
      measures.forEach(run::fetch);
      step.rows().merged().forEach(run::fetch);
      try (Result result = run.run()) {
        count(result);
        follow(at + 1, parts, totals, means, step.rows().found(result, 1 + measures.size()));
      }
    }
  }

  /** Updates what the parts have gradients of, unless a scale made them infinite. */
  private void update(List<? extends Tensor> rows) {
    boolean finite = session.lossScale().isEmpty() || areFinite(rows);
    if (finite) {
      try (SessionRun run =
          session.update(
              inputs,
              it -> {
                feedScale(it);
                it.feed(step.rows().points(), rows);
                it.target(step.update());
              })) {
        run.run().close();
      }
    } else {
      session.training().rates().skip();
    }
    session.lossScale().ifPresent(scale -> scale.stepped(finite));
  }

  /** Whether the gradients of all parts together are finite. */
  private boolean areFinite(List<? extends Tensor> rows) {
    try (SessionRun run =
        session.run(
            it -> {
              it.feed(step.rows().points(), rows);
              it.fetch(step.finite());
            })) {
      try (Result result = run.run()) {
        return ((TBool) result.get(0)).getBoolean();
      }
    }
  }

  private void feedScale(SessionRun run) {
    double scale = session.lossScale().map(LossScale::scale).orElse(1.0);
    run.feedOwn(step.scale(), TFloat32.scalarOf((float) scale));
  }

  private void count(Result result) {
    double[] found = LossTotals.numbers((TFloat32) result.get(0));
    Arrays.setAll(sums, i -> sums[i] + found[i]);
    for (int i = 0; i < measured.length; i++) {
      measured[i] += weight(i, found) * ((TFloat32) result.get(1 + i)).getFloat();
    }
  }

  /** The weight of a measured task, among sums of losses and of weights. */
  private double weight(int measure, double[] found) {
    int place = Arrays.binarySearch(stacked.tasks(), measuredTasks[measure]);
    return place < 0 ? 0 : found[stacked.tasks().length + place];
  }

  /** The means of what was measured, over the labels of the whole batch; 0 without any. */
  double[] measured() {
    double[] means = new double[measured.length];
    Arrays.setAll(means, i -> weight(i, sums) > 0 ? measured[i] / weight(i, sums) : 0);
    return means;
  }
}
