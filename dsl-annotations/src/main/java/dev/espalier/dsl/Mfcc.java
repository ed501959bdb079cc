package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mel-frequency cepstral coefficients: {@code [samples]} to {@code [frames, coefficients]}.
 *
 * <p>The first coefficients of the orthonormal cosine transform (DCT-II) along the bands of a
 * {@link LogMelSpectrogram}, whose settings it has, with natural logarithms, the 0th included and
 * without liftering.
 *
 * <p>Source: Davis and Mermelstein, IEEE TASSP 28, 1980.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Mfcc {
  /** How many coefficients, at least 1 and no more than bands; 13 and 20 are usual. */
  int coefficients();

  /** Samples in a frame, 2 to 8192. */
  int window();

  /** Samples from one frame to the next, at least 1; half a window is usual. */
  int hop();

  /** Bands of the spectrogram, at least 1; 40 unless said. */
  int bands() default 40;

  /**
   * Samples a second; unless said, those of the feature whose sound it is. A sound that knows its
   * rate may not be given another.
   */
  int rate() default 0;

  /** Where the lowest band starts, in hertz, at least 0; 0 unless said. */
  double lowest() default 0;

  /** Where the highest band ends, in hertz; half the rate unless said, and at most that. */
  double highest() default 0;
}
