package dev.espalier.runtime.optimize;

import java.util.Optional;

/**
 * The schedule that lowers the rate when validation brings nothing better for a while: {@code
 * RateSchedule.onPlateau(0.1, 3).on(CensusTask.married, "accuracy")}.
 *
 * <p>After each validation the run is judged: by the sum of the tasks' losses there, each times its
 * loss weight, unless something else is said. {@code patience} validations in a row without
 * anything better multiply the rate by {@code factor}; {@code cooldown} validations after that do
 * not count. The best value so far stays the measure. A value that is not a finite number is
 * nothing better.
 *
 * @param factor of the rate each time, above 0 and below 1
 * @param patience validations without anything better, at least 1
 * @param watching what is looked at
 * @param leastGain what a value has to be better by to count as better, at least 0
 * @param cooldown validations after a reduction that do not count, at least 0
 * @param least factor that the rate never falls below, at least 0 and below 1
 */
public record ReduceOnPlateau(
    double factor, int patience, Watched watching, double leastGain, int cooldown, double least)
    implements RateSchedule {

  /** A schedule whose numbers are in range, else an {@code EspalierException}. */
  public ReduceOnPlateau {
    ScheduleRanges.require(
        factor > 0 && factor < 1, "factor on a plateau", "above 0 and below 1", factor);
    ScheduleRanges.require(patience >= 1, "patience", "at least 1", patience);
    ScheduleRanges.require(
        leastGain >= 0 && Double.isFinite(leastGain), "least gain", "at least 0", leastGain);
    ScheduleRanges.require(cooldown >= 0, "cooldown", "at least 0", cooldown);
    ScheduleRanges.requireLeast(least);
  }

  /** The same, judged by the loss of one task, a constant of the generated enum. */
  public ReduceOnPlateau on(Enum<?> task) {
    return watching(new Watched(Optional.of(task.name()), Optional.empty()));
  }

  /** The same, judged by a metric of a task, such as {@code auc}; which way is better it knows. */
  public ReduceOnPlateau on(Enum<?> task, String metric) {
    return watching(new Watched(Optional.of(task.name()), Optional.of(metric)));
  }

  private ReduceOnPlateau watching(Watched other) {
    return new ReduceOnPlateau(factor, patience, other, leastGain, cooldown, least);
  }

  /** The same with a value counting as better from so much on, at least 0; 0 unless said. */
  public ReduceOnPlateau gainingAtLeast(double gain) {
    return new ReduceOnPlateau(factor, patience, watching, gain, cooldown, least);
  }

  /** The same with validations after a reduction that do not count, at least 0; 0 unless said. */
  public ReduceOnPlateau coolingDown(int validations) {
    return new ReduceOnPlateau(factor, patience, watching, leastGain, validations, least);
  }

  /** The same with a factor that is the least, at least 0 and below 1; 0 unless said. */
  public ReduceOnPlateau notBelow(double leastFactor) {
    return new ReduceOnPlateau(factor, patience, watching, leastGain, cooldown, leastFactor);
  }

  @Override
  public Optional<Watched> watched() {
    return Optional.of(watching);
  }

  @Override
  public Course start(RunLength run) {
    return new Plateaus();
  }

  /** What came of the validations so far. */
  private final class Plateaus implements Course {
    private double now = 1;
    private boolean judged;
    private double best;
    private int without;
    private int cooling;

    @Override
    public double factor(long step) {
      return now;
    }

    @Override
    public void judged(double value) {
      boolean counts = cooling == 0;
      cooling = Math.max(0, cooling - 1);
      if (Double.isFinite(value) && (!judged || best - value > leastGain)) {
        judged = true;
        best = value;
        without = 0;
      } else if (counts && ++without >= patience) {
        now = Math.max(least, now * factor);
        without = 0;
        cooling = cooldown;
      }
    }

    @Override
    public double[] state() {
      return new double[] {now, judged ? 1 : 0, best, without, cooling};
    }

    @Override
    public void restore(double[] state) {
      now = state[0];
      judged = state[1] == 1;
      best = state[2];
      without = (int) state[3];
      cooling = (int) state[4];
    }
  }
}
