package dev.espalier.runtime.train.terms;

import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.RateSchedule.Course;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.train.option.Curriculum;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Settings as text: equal ones as equal texts in every JVM, others as others as far as can be seen.
 */
final class Described {
  private static final int SAMPLES = 8;

  /** What Java says of an object that says nothing of itself, beside its class. */
  private static final Pattern IDENTITY = Pattern.compile("\\$\\$Lambda[^,\\]]*|@[0-9a-f]+");

  private Described() {}

  /** What a setting says of itself; of one of the user's that says nothing, whose it is. */
  static String of(Object setting) {
    return setting instanceof Curriculum<?> joining
        ? of(joining)
        : IDENTITY.matcher(said(setting)).replaceAll("");
  }

  private static String said(Object setting) {
    boolean speaks = setting.getClass().isRecord() || setting instanceof Enum<?>;
    return speaks ? setting.toString() : setting.getClass().getName();
  }

  /** A schedule; of one that holds a function of the user's, a few of its factors, too. */
  static String of(RateSchedule schedule, RunLength run) {
    String text = of(schedule);
    if (schedule.getClass().isRecord() && text.equals(said(schedule))) {
      return text;
    }
    Course course = schedule.start(run);
    return text + " " + samples(i -> course.factor(Math.max(1, i * run.steps() / SAMPLES)));
  }

  /** A curriculum with a few values of its shape, which is a function. */
  private static String of(Curriculum<?> joining) {
    return "%s joins at epoch %d over %d by %s"
        .formatted(
            joining.task().name(),
            joining.epoch(),
            joining.ramp(),
            samples(i -> joining.shape().applyAsDouble((double) i / SAMPLES)));
  }

  private static String samples(IntToDoubleFunction function) {
    double[] samples = new double[SAMPLES];
    Arrays.setAll(samples, i -> function.applyAsDouble(i + 1));
    return Arrays.toString(samples);
  }
}
