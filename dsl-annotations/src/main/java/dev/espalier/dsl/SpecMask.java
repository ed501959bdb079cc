package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Hides stretches of time and pitch of the spectrogram that a {@link LogMelSpectrogram} or {@link
 * Mfcc} makes of this sound, in training only.
 *
 * <p>The mean of the spectrogram stands in their place. Each stretch is between nothing and the
 * greatest length long and lies anywhere; the draws are a function of the run's seed, the step and
 * the layer. Source: SpecAugment, Park et al., Interspeech 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface SpecMask {
  /** How many stretches of frames are hidden; 2 unless said. */
  int times() default 2;

  /** The longest of them in frames, at least 1 and at most all; 10 unless said. */
  int time() default 10;

  /** How many stretches of bands are hidden; 2 unless said. */
  int frequencies() default 2;

  /** The widest of them in bands, at least 1 and at most all; 8 unless said. */
  int frequency() default 8;
}
