package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The power of a sound at each time and pitch, as a logarithm: {@code [samples]} to {@code [frames,
 * bands]}, where frames are {@code 1 + (samples - window) / hop}.
 *
 * <p>Each frame is weighted by a periodic Hann window and Fourier transformed; the power (the
 * squared magnitude) of its frequencies is added up in triangular bands of peak 1, whose corners
 * are evenly spaced on the mel scale {@code 2595 log10(1 + f / 700)} of HTK; the natural logarithm
 * is taken of that or of 1e-10, whichever is more. Frames are those that lie within the sound:
 * nothing is padded. That is librosa's {@code melspectrogram(htk = True, norm = None, center =
 * False)}. Its numbers are far from 0; {@link BatchNorm} on the same line brings them there.
 *
 * <p>Nothing is learnt; gradients flow through. A band too narrow to hold a frequency of the
 * transform is an error. Sources: Stevens et al., JASA 8, 1937, for the scale; Davis and
 * Mermelstein, IEEE TASSP 28, 1980, for the bands.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LogMelSpectrogram {
  /**
   * Samples in a frame, 2 to 8192; 256 are 32 ms at 8000 a second. Frequencies lie {@code rate /
   * window} apart.
   */
  int window();

  /** Samples from one frame to the next, at least 1; half a window is usual. */
  int hop();

  /** Bands, at least 1; 40 and 80 are usual. */
  int bands();

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
