package dev.espalier.runtime.metric;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.ArrayList;
import java.util.List;

/** A task's outcomes, being counted over batches of rows. Not for several threads at once. */
public final class OutcomeTotals {
  private final String task;
  private final List<OutcomeCounter> counters;

  private OutcomeTotals(String task, List<OutcomeCounter> counters) {
    this.task = task;
    this.counters = counters;
  }

  /** Those of a task, without any rows yet. */
  public static OutcomeTotals of(Task task) {
    List<OutcomeCounter> counters = new ArrayList<>();
    Kind kind = task.kind();
    if (kind instanceof Kind.Binary) {
      counters.add(ConfusionCounter.ofYesAndNo());
      counters.add(ScoreCounter.ofLabels(List.of(task.name())));
    } else if (kind instanceof Kind.MultiClass classes) {
      addClasses(counters, classes.classes());
    } else if (kind instanceof Kind.OrderedClasses classes) {
      addClasses(counters, classes.classes());
    } else if (kind instanceof Kind.MultiLabel labels) {
      if (labels.labels().size() <= TaskOutcomes.MOST_CURVES) {
        counters.add(ScoreCounter.ofLabels(labels.labels()));
      }
    } else if (kind instanceof Kind.Regression values) {
      if (values.length() <= TaskOutcomes.MOST_CURVES) {
        counters.add(new ValueCounter(task.name(), values.length()));
      }
    } else if (kind instanceof Kind.TokenClasses tokens) {
      addPositions(counters, tokens.classes(), tokens.length());
    } else if (kind instanceof Kind.PixelClasses pixels) {
      addPositions(counters, pixels.classes(), pixels.labelWidth());
    }
    return new OutcomeTotals(task.name(), counters);
  }

  private static void addClasses(List<OutcomeCounter> counters, List<String> classes) {
    if (classes.size() <= TaskOutcomes.MOST_CLASSES) {
      counters.add(ConfusionCounter.ofRows(classes));
    }
    if (classes.size() <= TaskOutcomes.MOST_CURVES) {
      counters.add(ScoreCounter.ofClasses(classes));
    }
  }

  private static void addPositions(
      List<OutcomeCounter> counters, List<String> classes, int positions) {
    if (classes.size() <= TaskOutcomes.MOST_CLASSES) {
      counters.add(ConfusionCounter.ofPositions(classes, positions));
    }
  }

  /** Adds rows; the arrays are as {@link TaskMetrics#add} takes them. */
  public void add(float[] outputs, float[] labels, float[] weights, int rows) {
    LabelledRows batch = new LabelledRows(rows, outputs, labels, weights);
    counters.forEach(counter -> counter.add(batch));
  }

  /** What was counted. */
  public TaskOutcomes outcomes() {
    return new TaskOutcomes(
        task,
        counters.stream().flatMap(counter -> counter.confusion().stream()).findFirst(),
        counters.stream().flatMap(counter -> counter.scores().stream()).toList(),
        counters.stream().flatMap(counter -> counter.values().stream()).toList());
  }
}
