package dev.espalier.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * The problems of a compilation: collects them, drops what breaks the same rule at the same place
 * (a faulty network that three models use is one mistake), and prints each once.
 */
public final class Report {
  private record Place(Rule rule, Origin origin) {}

  private final Set<Place> places = new HashSet<>();
  private final List<Problem> unprinted = new ArrayList<>();
  private int found;

  /** Adds a problem; the help may be empty. */
  public void add(Rule rule, Origin origin, String sentence, String help) {
    found++;
    if (places.add(new Place(rule, origin))) {
      unprinted.add(new Problem(rule, origin, sentence, help));
    }
  }

  /** How many problems were added, the same ones counted again: whether a stage found any. */
  public int found() {
    return found;
  }

  /** Prints what has not been printed, in the order of the source. */
  public void print(Messager messager) {
    unprinted.sort(Comparator.comparing(Problem::origin, new SourceOrder()));
    for (Problem problem : unprinted) {
      problem
          .origin()
          .show(
              (element, annotation, value) ->
                  messager.printMessage(
                      Diagnostic.Kind.ERROR, problem.message(), element, annotation, value));
    }
    unprinted.clear();
  }
}
