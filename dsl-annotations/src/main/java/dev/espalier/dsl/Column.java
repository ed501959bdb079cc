package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a component is found in files and queries, and how its values are spelt there.
 *
 * <p>Without it a component is found by its name, ignoring case and punctuation ({@code
 * weeksWorked} is also {@code weeks_worked} and {@code Weeks worked}). On an enum constant it is
 * the text of that constant in the data; without it the constant's name is matched in the same way.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Column {
  /** The column's header; on an enum constant its text in the data. */
  String value() default "";

  /** The column's position, from 0, for files without a header; excludes {@link #value}. */
  int at() default -1;

  /**
   * The text that means {@code true}, as in {@code yes = "50000+."}; any other text is {@code
   * false}. For {@code boolean} only; without it {@code true, yes, y, t, 1} and their opposites are
   * understood.
   */
  String yes() default "";
}
