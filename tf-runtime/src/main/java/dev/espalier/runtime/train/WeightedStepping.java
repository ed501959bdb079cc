package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.train.LossSums.Stacked;
import dev.espalier.runtime.train.ModelSession.StepInputs;
import java.util.BitSet;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** Steps down the weighted sum of the losses: one run each. */
record WeightedStepping(ModelSession session, BalanceTotals balance) implements Stepping {

  @Override
  public void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses) {
    try (SessionRun run = session.step(tasks, batch, inputs)) {
      Stacked found = session.training().losses().stacked(batch.tasks());
      run.fetch(found.sums());
      try (Result result = run.run()) {
        losses.add(found.tasks(), (TFloat32) result.get(0));
        balance.addWeights(tasks, inputs.lossWeights());
      }
    }
  }

  @Override
  public Operand<TFloat32> checked(BitSet tasks) {
    return session.training().step(tasks).checked();
  }
}
