package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feature that is a sequence of tokens, each an embedding row: {@code [length, dimension]}, with
 * a mask of which positions are real.
 *
 * <p>Stands on {@code String[]}, {@code int[]}, {@code long[]}, an array of an enum, {@code
 * List<String>}, a list of an enum, and on a {@code String}, which {@link #tokenizer} splits.
 * Sequences that are longer than {@link #length} are cut, shorter ones padded; padding is a row of
 * zeros that nothing attends to, averages or learns from. An empty sequence is all padding; one
 * that is {@code null} is absent: tasks that need it predict nothing in that row. An element that
 * is {@code null} keeps its place as one that is not known.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Tokens {
  /** Tokens of a sequence, at most; needed unless {@link #along} says whose length it is. */
  int length() default 0;

  /** Ids run from 0 until this; an id outside is an error. For {@code int[]} and {@code long[]}. */
  int size() default 0;

  /** At most so many tokens are learnt from the training set, the most frequent first. */
  int vocabulary() default 0;

  /** Tokens are hashed to so many rows: no vocabulary, no unknown token, collisions instead. */
  int buckets() default 0;

  /** Length of an embedding row; 64 unless said. */
  int dimension() default 64;

  /** The feature whose rows, vocabulary and dimension this one shares; none by default. */
  String table() default "";

  /**
   * The sequence that this one runs along, as tags along words: as many tokens in every row, and
   * one mask. None by default.
   */
  String along() default "";

  /** How a {@code String} is split; at white space unless said. */
  Tokenizer tokenizer() default Tokenizer.WHITESPACE;

  /** What happens to a token that a learnt vocabulary does not have; it takes row 0 unless said. */
  Unknown unknown() default Unknown.ROW_ZERO;
}
