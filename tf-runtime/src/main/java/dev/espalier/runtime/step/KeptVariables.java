package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/** All variables that steps keep for themselves, by name: what a checkpoint has to hold of them. */
final class KeptVariables {
  private final Map<String, KeptVariable> byName = new LinkedHashMap<>();

  /**
   * Adds one; it has no value before it is reset.
   *
   * @param name unique among them, and its shared name in the session
   */
  KeptVariable add(Ops tf, String name, List<Integer> dimensions, float initial) {
    KeptVariable added = new KeptVariable(tf, name, dimensions, initial);
    if (byName.put(name, added) != null) {
      throw new IllegalStateException("Two variables are called `" + name + "`.");
    }
    return added;
  }

  /** Gives some of them what they start with. */
  static void reset(Session session, List<KeptVariable> some) {
    if (!some.isEmpty()) {
      Session.Runner runner = session.runner();
      some.forEach(variable -> runner.addTarget(variable.reset()));
      runner.run().close();
    }
  }

  /** The numbers of all. */
  Map<String, float[]> values(Session session) {
    Map<String, float[]> values = new LinkedHashMap<>();
    byName.forEach((name, variable) -> values.put(name, variable.values(session)));
    return values;
  }

  /**
   * Sets all of them.
   *
   * @throws TrainingException when these are not the numbers of these variables; nothing is set
   */
  void assign(Session session, Map<String, float[]> values) {
    requireFit(values);
    byName.forEach((name, variable) -> variable.assign(session, values.get(name)));
  }

  private void requireFit(Map<String, float[]> values) {
    List<String> missing = new ArrayList<>(byName.keySet());
    missing.removeAll(values.keySet());
    List<String> unknown = new ArrayList<>(values.keySet());
    unknown.removeAll(byName.keySet());
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new TrainingException(
          "The state of training does not fit this trainer: found %s that it does not keep, and nothing of %s. Expected the optimizer, balancing and averages of the run that it was taken from."
              .formatted(unknown, missing));
    }
    byName.forEach(
        (name, variable) -> {
          if (values.get(name).length != variable.size()) {
            throw new TrainingException(
                "The state of training does not fit this trainer: `%s` has %d numbers; expected %d."
                    .formatted(name, values.get(name).length, variable.size()));
          }
        });
  }
}
