package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.TaskKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private enum Task implements TaskKey {
    highIncome,
    status,
    wage
  }

  private enum Other implements TaskKey {
    click
  }

  private final Evaluation evaluation =
      new Evaluation(
          List.of(
              new TaskEvaluation("highIncome", .125, 19952, metrics("accuracy", .95, "auc", .9421)),
              new TaskEvaluation(
                  "status", 1.5, 7, metrics("f1", .5, "f1[MARRIED]", .5, "f1[SINGLE]", Double.NaN)),
              new TaskEvaluation("wage", 2e-5, 0, metrics("rmse", 12345678., "r2", -.5))));

  @Test
  void valuesByTask() {
    assertThat(evaluation.loss(Task.status)).isEqualTo(1.5);
    assertThat(evaluation.metric(Task.highIncome, "auc")).isEqualTo(.9421);
    assertThat(evaluation.metric(Task.status, "f1[SINGLE]")).isNaN();
    assertThat(evaluation.of(Task.highIncome).labels()).isEqualTo(19952);
  }

  @Test
  void anUnknownMetricSaysWhichThereAre() {
    assertThatThrownBy(() -> evaluation.metric(Task.highIncome, "AUC"))
        .isInstanceOf(EspalierException.class)
        .hasMessage("Task `highIncome` has no metric `AUC`. Expected one of accuracy, auc.");
  }

  @Test
  void anotherModelsTaskIsAnError() {
    assertThatThrownBy(() -> evaluation.of(Other.click))
        .isInstanceOf(EspalierException.class)
        .hasMessage("No task 'click' was evaluated; the tasks are highIncome, status, wage");
  }

  @Test
  void theTable() {
    assertThat(evaluation)
        .hasToString(
            """
            task        labels       loss  accuracy     auc      f1       rmse       r2
            highIncome  19,952     0.1250    0.9500  0.9421
            status           7     1.5000                    0.5000
            wage             0  2.000e-05                            1.235e+07  -0.5000
            status: f1[MARRIED] 0.5000, f1[SINGLE] -
            """);
  }

  @Test
  void theReportKeepsOrderAndLeavesOutWhatIsNoNumber() {
    assertThat(evaluation.toMap().keySet()).containsExactly("highIncome", "status", "wage");
    assertThat(evaluation.toMap().get("status"))
        .isEqualTo(Map.of("loss", 1.5, "labels", 7L, "f1", .5, "f1[MARRIED]", .5));
    assertThat(evaluation.toMap().get("highIncome").keySet())
        .containsExactly("loss", "labels", "accuracy", "auc");
  }

  @Test
  void metricsAreCopiedInTheirOrder() {
    TaskMetrics metrics = TaskMetrics.of(new Kind.Binary());
    metrics.add(new float[] {.9f, .2f}, new float[] {1, 0}, new float[] {1, 1}, 2);
    TaskEvaluation task = TaskEvaluation.of("highIncome", .1, metrics);
    assertThat(task.metrics().keySet())
        .containsExactly("accuracy", "precision", "recall", "f1", "auc");
    assertThat(task.labels()).isEqualTo(2);
    Map<String, Double> values = task.metrics();
    assertThatThrownBy(() -> values.put("auc", 0.))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Map<String, Double> metrics(Object... pairs) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      metrics.put((String) pairs[i], (Double) pairs[i + 1]);
    }
    return metrics;
  }
}
