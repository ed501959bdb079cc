package dev.espalier.runtime.step;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.step.LossSums.Stacked;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Finds out what stands in the way of a step that has failed. */
public record StepChecks(ModelSession session) {

  /**
   * What a training step would find, without the step.
   *
   * @param checked finite if nothing stands in the way of the step
   */
  public StepCheck of(BitSet tasks, Operand<TFloat32> checked, Batch batch, StepInputs inputs) {
    boolean finite = true;
    BitSet broken = new BitSet();
    BitSet rows = new BitSet();
    int rowsBefore = 0;
    List<Batch> parts = batch.parts();
    for (int i = 0; i < parts.size(); i++) {
      StepCheck found = checkPart(tasks, checked, parts.get(i), inputs.ofPart(i));
      finite &= found.finite();
      broken.or(found.tasks());
      int first = rowsBefore;
      found.rows().stream().forEach(place -> rows.set(first + place));
      rowsBefore += parts.get(i).size();
    }
    return new StepCheck(finite, broken, rows);
  }

  private StepCheck checkPart(
      BitSet tasks, Operand<TFloat32> checked, Batch batch, StepInputs inputs) {
    LossTotals losses = new LossTotals(session.preprocessing().info().tasks().size());
    try (SessionRun run = session.objective(batch, inputs, nothing -> {})) {
      Stacked sums = session.training().losses().stacked(batch.tasks());
      run.fetch(sums.sums());
      run.fetch(checked);
      try (Result result = run.run()) {
        losses.add(sums.tasks(), (TFloat32) result.get(0));
        BitSet broken = new BitSet();
        double[] found = losses.last();
        // A part may lack a task's labels, and so its loss.
        tasks.stream()
            .filter(batch.tasks()::get)
            .filter(task -> !Double.isFinite(found[task]))
            .forEach(broken::set);
        boolean finite = Float.isFinite(((TFloat32) result.get(1)).getFloat());
        return new StepCheck(finite, broken, brokenRows(broken, batch, inputs));
      }
    }
  }

  /** The places in a batch where losses are not finite. */
  private BitSet brokenRows(BitSet broken, Batch batch, StepInputs inputs) {
    BitSet rows = new BitSet();
    for (int task : broken.stream().toArray()) {
      try (SessionRun run = session.objective(batch, inputs, nothing -> {})) {
        run.fetch(session.training().losses().of(task).losses());
        try (Result result = run.run()) {
          TFloat32 losses = (TFloat32) result.get(0);
          long perRow = losses.size() / batch.size();
          if (perRow * batch.size() == losses.size()) {
            float[] values = new float[(int) losses.size()];
            losses.copyTo(DataBuffers.of(values));
            IntStream.range(0, values.length)
                .filter(i -> !Float.isFinite(values[i]))
                .forEach(i -> rows.set((int) (i / perRow)));
          }
        }
      }
    }
    return rows;
  }
}
