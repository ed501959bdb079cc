package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feature that is a sound: its samples, {@code [samples]}.
 *
 * <p>Stands on {@code float[]}, numbers around 0 and mostly from -1 to 1, and on {@code short[]},
 * 16 bits that are divided by 32,768. A sound that is shorter is padded with silence at its end, a
 * longer one is cut there. One that is {@code null} is absent: tasks that need it predict nothing
 * in that row. A sample that is no finite number is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Waveform {
  /** How many samples enter the network. */
  int samples();

  /** Samples of a second; layers that think in hertz read it. */
  int rate();
}
