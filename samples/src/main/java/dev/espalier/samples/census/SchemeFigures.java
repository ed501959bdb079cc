package dev.espalier.samples.census;

import dev.espalier.runtime.train.RelativeImprovement.Spread;
import dev.espalier.samples.cli.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What a sharing scheme came to over several runs.
 *
 * @param scheme its name
 * @param runs one for each seed
 */
record SchemeFigures(String scheme, List<Figures> runs) {

  /** Numbers to learn, embedding tables included. */
  long parameters() {
    return runs.get(0).parameters();
  }

  /** Seconds of training, the mean over the runs. */
  double seconds() {
    return runs.stream().mapToDouble(Figures::trainingSeconds).average().orElseThrow();
  }

  /** The area under the curve of a task on the test rows, the mean over the runs. */
  double mean(CensusTask task) {
    return Spread.of(areas(task).toArray()).mean();
  }

  /** The standard deviation of that area between runs; 0 for a single one. */
  double spread(CensusTask task) {
    return runs.size() == 1 ? 0 : Spread.of(areas(task).toArray()).deviation();
  }

  private DoubleStream areas(CensusTask task) {
    return runs.stream().mapToDouble(run -> run.test().metric(task, "auc"));
  }

  /** The figures as a report names them. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("parameters", parameters());
    map.put("seconds", seconds());
    for (CensusTask task : CensusTask.values()) {
      map.put(
          task.name(),
          Map.of("auc", mean(task), "spread", spread(task), "runs", areas(task).boxed().toList()));
    }
    return map;
  }
}
