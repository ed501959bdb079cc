package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feature that is one of several categories, or a bag of them; each category is a learnt
 * embedding row.
 *
 * <p>Stands on enums, {@code int}, {@code long}, {@code String} (boxed too) and, as bags, on {@code
 * int[]}, {@code long[]}, {@code String[]}, {@code Set<E>} and {@code List<E>} of an enum or {@code
 * String}. It enters the network as {@link #dimension} columns; a bag as its rows pooled to one, an
 * empty bag as zeros. At most one of {@link #size}, {@link #vocabulary} and {@link #buckets} says
 * what the rows are; without them an enum's constants are the rows, and anything else gets a
 * vocabulary of every value in the training set. Row 0 of a table is for values that are missing or
 * unknown.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Categorical {
  /** Ids run from 0 until this; an id outside is an error. For {@code int} and {@code long}. */
  int size() default 0;

  /** At most so many values are learnt from the training set, the most frequent first. */
  int vocabulary() default 0;

  /** Values are hashed to so many rows: no vocabulary, no unknown value, collisions instead. */
  int buckets() default 0;

  /** Length of an embedding row; 8 unless said. */
  int dimension() default 8;

  /**
   * The feature whose rows, vocabulary and dimension this one shares, as in {@code table = "item"};
   * none by default.
   */
  String table() default "";

  /** How the rows of a bag become one; the mean unless said. */
  Pooling pooling() default Pooling.AVERAGE;

  /** What happens to a value that a learnt vocabulary does not have; it takes row 0 unless said. */
  Unknown unknown() default Unknown.ROW_ZERO;
}
