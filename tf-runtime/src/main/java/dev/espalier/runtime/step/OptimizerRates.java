package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The scalars that an optimizer is fed, for each set of tasks that reach the same parameters, each
 * epoch from which on some of them are updated, and each schedule that their rates follow.
 *
 * <p>An optimizer that corrects for the number of its updates (Adam) counts those of the parameters
 * at hand: a head that a batch has no label for, or that joins in the fifth epoch, starts as it
 * would start alone. A count of the run's steps would take its first averages, which are near 0,
 * for settled ones.
 */
public final class OptimizerRates {
  private final Ops tf;
  private final Optimizer optimizer;
  private boolean skipped;
  private final Map<Turn, Group> groups = new LinkedHashMap<>();
  private int epoch = 1;

  /** What parameters agree in that are updated in the same steps at the same rates. */
  private record Turn(BitSet tasks, int firstEpoch, Optional<String> schedule) {

    static Turn of(VariableSpec variable) {
      Parameter parameter = variable.parameter().orElseThrow();
      BitSet tasks = new BitSet();
      Arrays.stream(parameter.tasks()).forEach(tasks::set);
      return new Turn(tasks, parameter.learning().firstEpoch(), parameter.learning().schedule());
    }

    /**
     * {@code updates/0,2}; {@code updates/0,2@5} where it begins with the fifth epoch, {@code
     * updates/0,2 of trunk} where it follows the trunk's schedule.
     */
    String name() {
      String from = firstEpoch == 1 ? "" : "@" + firstEpoch;
      String under = schedule.map(part -> " of " + part).orElse("");
      return tasks.stream()
          .mapToObj(Integer::toString)
          .collect(Collectors.joining(",", "updates/", from + under));
    }
  }

  /** Parameters that are updated in the same steps at the same rates. */
  private static final class Group {
    private final List<Operand<TFloat32>> points = new ArrayList<>();
    private final Map<Double, List<Operand<TFloat32>>> scaled = new HashMap<>();
    private final List<Operand<TFloat32>> corrections = new ArrayList<>();
    private long updates;
  }

  OptimizerRates(Ops tf, Optimizer optimizer, List<VariableSpec> variables) {
    this.tf = tf;
    this.optimizer = optimizer;
    for (VariableSpec variable : variables) {
      groups.computeIfAbsent(Turn.of(variable), turn -> group());
    }
  }

  private Group group() {
    Group group = new Group();
    group.points.addAll(placeholders(optimizer.rates(1, optimizer.learningRate()).length));
    group.corrections.addAll(placeholders(optimizer.corrections(1).length));
    return group;
  }

  private List<Operand<TFloat32>> placeholders(int count) {
    List<Operand<TFloat32>> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
    }
    return points;
  }

  /** Steps from now on are those of an epoch. */
  void moveTo(int now) {
    epoch = now;
  }

  /** Fed: a parameter's rates, times its own factor. */
  List<Operand<TFloat32>> of(VariableSpec variable) {
    Group group = groups.get(Turn.of(variable));
    double scale = variable.parameter().orElseThrow().learning().rateScale();
    return scale == 1
        ? group.points
        : group.scaled.computeIfAbsent(scale, factor -> scaled(group.points, factor.floatValue()));
  }

  private List<Operand<TFloat32>> scaled(List<Operand<TFloat32>> points, float factor) {
    List<Operand<TFloat32>> scaled = new ArrayList<>();
    points.forEach(rate -> scaled.add(tf.math.mul(rate, tf.constant(factor))));
    return scaled;
  }

  /** Fed: a parameter's corrections. */
  List<Operand<TFloat32>> corrections(VariableSpec variable) {
    return groups.get(Turn.of(variable)).corrections;
  }

  /** Feeds the scalars of the next update of each parameter. */
  void feed(SessionRun run, LearningRates rates) {
    groups.forEach(
        (turn, group) -> {
          long update = group.updates + 1;
          feed(run, group.points, optimizer.rates(update, rates.under(turn.schedule())));
          feed(run, group.corrections, optimizer.corrections(update));
        });
  }

  private static void feed(SessionRun run, List<Operand<TFloat32>> points, double[] values) {
    for (int i = 0; i < values.length; i++) {
      run.feedOwn(points.get(i), TFloat32.scalarOf((float) values[i]));
    }
  }

  /** Says of the step under way that it updates nothing. */
  void skip() {
    skipped = true;
  }

  /** Counts a step of some tasks, which has updated what they reach. */
  public void stepped(BitSet taking) {
    if (skipped) {
      skipped = false;
      return;
    }
    groups.forEach(
        (turn, group) -> {
          boolean updated = turn.firstEpoch() <= epoch && turn.tasks().intersects(taking);
          group.updates += updated ? 1 : 0;
        });
  }

  /** How often each group has been updated, by its name: {@code updates/0,2}. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    groups.forEach((turn, group) -> counts.put(turn.name(), group.updates));
    return counts;
  }

  /**
   * Checks that counts are those of these groups.
   *
   * @throws TrainingException when they are not
   */
  void requireFit(Map<String, Long> counts) {
    if (!counts.keySet().equals(counts().keySet())) {
      throw new TrainingException(
          "The state of training does not fit this trainer: it counts %s; expected %s."
              .formatted(counts.keySet(), counts().keySet()));
    }
  }

  /** Sets the counts, which fit. */
  void assign(Map<String, Long> counts) {
    groups.forEach((turn, group) -> group.updates = counts.get(turn.name()));
  }

  /** Starts anew. */
  void reset() {
    groups.values().forEach(group -> group.updates = 0);
  }
}
