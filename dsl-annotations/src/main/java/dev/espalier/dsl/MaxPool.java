package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The greatest value in windows that move over the positions: {@code [height, width, n]} or {@code
 * [length, n]}, {@code @MaxPool(2)} halving height and width.
 *
 * <p>With {@link Padding#SAME} padding at the borders is never the greatest. Along a sequence only
 * real positions count, and a window without any gives 0; the result runs along no sequence any
 * more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPool {
  /** Height and width, or the length, of the window, from 1 to 1024. */
  int value();

  /**
   * Steps between windows, at least 1; the window itself unless said. In a block also {@link
   * Block#STRIDE}.
   */
  int stride() default 0;

  /** What happens at the borders: windows lie inside unless said. */
  Padding padding() default Padding.VALID;
}
