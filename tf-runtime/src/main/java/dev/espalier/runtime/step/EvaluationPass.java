package dev.espalier.runtime.step;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.OutcomeTotals;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.metric.TaskMetrics;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.session.Inference;
import dev.espalier.runtime.session.SessionRun;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Walks over labelled rows that compute every task's loss and metrics, or its outcomes. */
public final class EvaluationPass {
  private final ModelSession session;
  private final EncodedRows rows;
  private final Runnable check;
  private final int chunk;
  private final List<Task> tasks;
  private final List<LabelReader> labels = new ArrayList<>();

  /** Takes in a task's outputs beside its labels. */
  private interface Rows {
    void add(float[] outputs, float[] labels, float[] weights, int rows);
  }

  /**
   * A pass.
   *
   * @param check called before each batch; what it throws ends the pass
   */
  public EvaluationPass(ModelSession session, EncodedRows rows, Runnable check) {
    this.session = session;
    this.rows = rows;
    this.check = check;
    this.chunk = Inference.chunk(session.preprocessing().info());
    this.tasks = session.preprocessing().info().tasks();
    for (int task = 0; task < tasks.size(); task++) {
      labels.add(new LabelReader(rows, session.preprocessing(), task));
    }
  }

  /** Losses and metrics. */
  public Evaluation run() {
    LossTotals losses = new LossTotals(tasks.size());
    List<TaskMetrics> metrics = tasks.stream().map(task -> TaskMetrics.of(task.kind())).toList();
    walk(losses, metrics.stream().<Rows>map(of -> of::add).toList());
    List<TaskEvaluation> evaluations = new ArrayList<>();
    for (int task = 0; task < tasks.size(); task++) {
      evaluations.add(
          TaskEvaluation.of(tasks.get(task).name(), losses.mean(task), metrics.get(task)));
    }
    return new Evaluation(evaluations);
  }

  /** How predictions stand to labels. */
  public List<TaskOutcomes> outcomes() {
    List<OutcomeTotals> totals = tasks.stream().map(OutcomeTotals::of).toList();
    walk(new LossTotals(tasks.size()), totals.stream().<Rows>map(of -> of::add).toList());
    return totals.stream().map(OutcomeTotals::outcomes).toList();
  }

  private void walk(LossTotals losses, List<Rows> byTask) {
    if (rows.size() > 0) {
      Batches batches = Batches.inOrder(rows, chunk);
      for (int i = 0; i < batches.count(); i++) {
        check.run();
        try (Batch batch = batches.fill(i)) {
          add(batch, i * chunk, losses, byTask);
        }
      }
    }
  }

  private void add(Batch batch, int firstRow, LossTotals losses, List<Rows> byTask) {
    EvaluationGraph graph = session.evaluation();
    try (SessionRun run = session.evaluation(batch)) {
      run.fetch(graph.losses().sums());
      graph.predicted().forEach(run::fetch);
      try (Result result = run.run()) {
        losses.add(graph.losses().tasks(), (TFloat32) result.get(0));
        for (int task = 0; task < tasks.size(); task++) {
          float[] outputs = floats((TFloat32) result.get(task + 1));
          LabelReader label = labels.get(task);
          label.read(firstRow, batch.size());
          byTask.get(task).add(outputs, label.labels(), label.weights(), batch.size());
        }
      }
    }
  }

  private static float[] floats(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    tensor.copyTo(DataBuffers.of(values));
    return values;
  }
}
