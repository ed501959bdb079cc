package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feature that is a picture, of shape {@code [height, width, channels]}.
 *
 * <p>Stands on {@code byte[]}, the pixels row by row, each as its channels (red, green, blue) from
 * 0 to 255; on {@code BufferedImage}; and on {@code Path}, a picture's file, which is decoded while
 * rows are read, several at a time. Pictures are kept and sent as bytes and scaled in the graph. A
 * row whose picture is {@code null} lacks it: tasks that need it predict nothing there. A file that
 * can't be read, and a picture of another size than declared (see {@link #fit}), is an error that
 * names row and file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Image {
  /** Rows of pixels. */
  int height();

  /** Pixels in a row. */
  int width();

  /**
   * 3 for red, green and blue, which it is unless said; 1 for grey. A {@code byte[]} may have as
   * many as you like, such as 4 with transparency; what is decoded lies on white where it is
   * transparent.
   */
  int channels() default 3;

  /**
   * What becomes of a picture of another size; it is an error unless said, and always of a {@code
   * byte[]}.
   */
  Fit fit() default Fit.EXACT;

  /**
   * How channels are scaled: to mean 0 and standard deviation 1 of the training set, channel by
   * channel, unless said. {@link Normalize#UNIT_INTERVAL} divides by 255; {@link
   * Normalize#UNCHANGED} leaves 0 to 255.
   */
  Normalize normalize() default Normalize.STANDARDIZE;

  /**
   * Means of the channels, of values from 0 to 1, in place of those of the training set: {@code
   * {0.485, 0.456, 0.406}} is ImageNet's. Goes with {@link #deviation}.
   */
  double[] mean() default {};

  /** Standard deviations of the channels, of values from 0 to 1; goes with {@link #mean}. */
  double[] deviation() default {};

  /**
   * The picture that this one runs along, as depth along colours: of the same height and width, and
   * in training mirrored, shifted and zoomed as that one is, row by row. Brightness is each one's
   * own. Masks and boxes run along the picture that is named. None by default.
   */
  String along() default "";
}
