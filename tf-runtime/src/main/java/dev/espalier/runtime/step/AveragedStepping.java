package dev.espalier.runtime.step;

import dev.espalier.runtime.data.batch.Batch;
import java.util.BitSet;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Another's steps, which the averages of the weights follow. */
record AveragedStepping(ModelSession session, Stepping steps) implements Stepping {

  @Override
  public void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses) {
    steps.step(epoch, tasks, batch, inputs, losses);
    session.averageStep();
  }

  @Override
  public void epochEnded(int epoch, double[] losses) {
    steps.epochEnded(epoch, losses);
    session.averageEpoch(epoch);
  }

  @Override
  public boolean reportsGradients() {
    return steps.reportsGradients();
  }

  @Override
  public StepInputs weighed(StepInputs inputs, BitSet tasks) {
    return steps.weighed(inputs, tasks);
  }

  @Override
  public Operand<TFloat32> checked(BitSet tasks) {
    return steps.checked(tasks);
  }
}
