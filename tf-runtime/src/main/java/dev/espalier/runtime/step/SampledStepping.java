package dev.espalier.runtime.step;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.session.SessionRun;
import java.util.BitSet;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * Another's steps; after some of them, another run has found how the gradients of the step stood to
 * each other.
 *
 * @param every of so many steps the first
 */
record SampledStepping(ModelSession session, Stepping steps, int every, BalanceTotals balance)
    implements Stepping {

  @Override
  public void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses) {
    boolean sampled =
        (inputs.step() - 1) % every == 0 && !session.training().shared(tasks).isEmpty();
    if (!sampled) {
      steps.step(epoch, tasks, batch, inputs, losses);
      return;
    }
    GradientProducts gradients = session.training().products(tasks);
    // Of a batch that is worked on in parts, the first is a sample.
    Batch sample = batch.parts().get(0);
    try (SessionRun run = session.objective(sample, inputs, nothing -> {})) {
      run.fetch(gradients.products());
      try (Result result = run.run()) {
        // The step comes first: it says what is wrong with numbers that are not finite.
        steps.step(epoch, tasks, batch, inputs, losses);
        balance.addGradients(
            GradientProducts.read(
                epoch, gradients.tasks(), inputs, losses.last(), (TFloat32) result.get(0)));
      }
    }
  }

  @Override
  public StepInputs weighed(StepInputs inputs, BitSet tasks) {
    return steps.weighed(inputs, tasks);
  }

  @Override
  public void epochEnded(int epoch, double[] losses) {
    steps.epochEnded(epoch, losses);
  }

  @Override
  public List<double[]> memory() {
    return steps.memory();
  }

  @Override
  public Operand<TFloat32> checked(BitSet tasks) {
    return steps.checked(tasks);
  }
}
