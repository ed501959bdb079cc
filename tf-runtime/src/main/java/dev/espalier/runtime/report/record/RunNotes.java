package dev.espalier.runtime.report.record;

import dev.espalier.runtime.train.run.BestScore;
import dev.espalier.runtime.train.run.NonFiniteReport;
import dev.espalier.runtime.train.run.TrainingListener.RunResumed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happens in a run beside steps and epochs, as sentences; of many, the first. */
final class RunNotes {
  private static final int MOST = 50;

  private final List<String> sentences = new ArrayList<>();
  private int more;

  void resumed(RunResumed place) {
    add(
        "It was gone on with after %s; speed and time are those since then."
            .formatted(where(place)));
  }

  void wentBack(RunResumed place) {
    add("It went back to where it was after %s.".formatted(where(place)));
  }

  void notFinite(NonFiniteReport step) {
    String tasks =
        step.tasks().isEmpty()
            ? "a gradient or weight was not finite"
            : "the loss of %s was not finite".formatted(String.join(", ", step.tasks()));
    String rows =
        switch (step.broken().size()) {
          case 0 -> "";
          case 1 -> ", in " + step.broken().get(0);
          default ->
              ", in %s and %d more".formatted(step.broken().get(0), step.broken().size() - 1);
        };
    add(
        "In step %d of epoch %d %s%s: %s."
            .formatted(step.step(), step.epoch(), tasks, rows, step.answer().words()));
  }

  void best(BestScore best) {
    add(
        String.format(
            Locale.ROOT,
            "The weights are those of the best validation, %.4f after step %,d, in epoch %d.",
            best.value(),
            best.step(),
            best.epoch()));
  }

  private static String where(RunResumed place) {
    return place.step() == 0
        ? place.epoch() == 1 ? "no step" : "epoch %d".formatted(place.epoch() - 1)
        : "step %d of epoch %d".formatted(place.step(), place.epoch());
  }

  private void add(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  /** All of them; the last says how many are left out. */
  List<String> all() {
    List<String> all = new ArrayList<>(sentences);
    if (more > 0) {
      all.add("%,d more are left out.".formatted(more));
    }
    return all;
  }
}
