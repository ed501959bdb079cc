package dev.espalier.samples.cli;

import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.train.run.History;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a training run came to.
 *
 * @param rows training rows
 * @param parameters how many numbers were learnt, embedding tables included
 * @param history epoch by epoch
 * @param train losses and metrics on the training rows, after the last epoch
 * @param validation the same on the validation rows
 * @param test the same on the test rows
 */
public record Figures(
    int rows,
    long parameters,
    History history,
    Evaluation train,
    Evaluation validation,
    Evaluation test) {

  /** Seconds that were spent in training, input pipeline included and validation left out. */
  public double trainingSeconds() {
    double epochs = history.epochs().size();
    return epochs * rows / history.examplesPerSecond();
  }

  /** The figures as a report names them. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("parameters", parameters);
    map.put("examplesPerSecond", history.examplesPerSecond());
    map.put("stepMillis", history.stepMillis());
    if (history.affinity().isKnown()) {
      map.put("affinity", history.affinity().toMap());
    }
    map.put("train", train.toMap());
    map.put("validation", validation.toMap());
    map.put("test", test.toMap());
    return map;
  }
}
