package dev.espalier.runtime.export;

import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ExampleInfo.Table;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * How the values of an embedding table become its rows in a graph.
 *
 * @param <T> what values are sent as
 */
abstract class TableLookup<T extends TType> {
  private final Class<T> type;
  private final List<?> markers;
  private final boolean strict;
  private final String holds;

  /**
   * A lookup.
   *
   * @param markers two values that stand for no value
   * @param strict whether a value without a row is an error
   * @param holds what values are, for people
   */
  TableLookup(Class<T> type, List<?> markers, boolean strict, String holds) {
    this.type = type;
    this.markers = markers;
    this.strict = strict;
    this.holds = holds;
  }

  /** The rows of values, 0 for those without. */
  abstract Operand<TInt32> find(Ops tf, Operand<T> values);

  @SuppressWarnings("unchecked") // Markers are of the type that values are sent as.
  private Operand<T> constant(Ops tf, Object marker) {
    return (Operand<T>)
        (marker instanceof String text ? tf.constant(text) : tf.constant((long) (Long) marker));
  }

  /** What values are sent as. */
  final Class<T> type() {
    return type;
  }

  /** What values are, for people. */
  final String holds() {
    return holds;
  }

  /** Stands for a single value that is missing, and fills up arrays after their values. */
  final Object first() {
    return markers.get(0);
  }

  /** Stands for a value that is missing in an array. */
  final Object second() {
    return markers.get(1);
  }

  /** Where values fill up arrays. */
  final Operand<TBool> isPadding(Ops tf, Operand<T> values) {
    return tf.math.equal(values, constant(tf, first()));
  }

  /** Where values stand for none. */
  final Operand<TBool> isMarker(Ops tf, Operand<T> values) {
    return tf.math.logicalOr(
        tf.math.equal(values, constant(tf, first())),
        tf.math.equal(values, constant(tf, second())));
  }

  /** The rows of a feature's values; a run fails for those that training would refuse. */
  final Operand<TInt32> rows(Ops tf, String feature, Operand<T> values) {
    Operand<TInt32> found = find(tf, values);
    if (!strict) {
      return found;
    }
    Operand<TBool> known = tf.math.greater(found, tf.constant(0));
    return Checks.require(
        tf,
        tf.math.logicalOr(known, isMarker(tf, values)),
        found,
        "feature `" + feature + "`: found an unknown value, expected " + holds,
        values);
  }

  /**
   * The lookup of a table.
   *
   * @param ids whether values are whole numbers, where the table does not tell
   * @param initializers what has to run before the first lookup is added here
   */
  static TableLookup<?> of(
      Ops tf, Preprocessing learnt, Table table, boolean ids, List<Op> initializers) {
    boolean refuses = table.unknown() == Unknown.REFUSED;
    if (table.rows() instanceof Rows.Ids all) {
      return new PlainIds(all.size());
    } else if (table.rows() instanceof Rows.Hashed hashed) {
      return ids ? new HashedIds(hashed.buckets()) : new HashedTexts(hashed.buckets());
    } else if (table.rows() instanceof Rows.Constants constants) {
      return new ListedTexts(
          tf, table.name(), constants.names(), true, "the name of a constant", initializers);
    }
    List<Object> values = learnt.learntValues(table.name());
    String holds = refuses ? "a value of the training set" : "any value";
    if (values.isEmpty() ? ids : values.get(0) instanceof Long) {
      List<Long> longs = values.stream().map(Long.class::cast).toList();
      return new ListedIds(tf, table.name(), longs, refuses, holds, initializers);
    }
    List<String> texts = values.stream().map(String.class::cast).toList();
    return new ListedTexts(tf, table.name(), texts, refuses, holds, initializers);
  }

  /** The first two candidates that are no values. */
  static <V> List<V> free(V first, UnaryOperator<V> next, Set<V> values) {
    return Stream.iterate(first, next)
        .filter(candidate -> !values.contains(candidate))
        .limit(2)
        .toList();
  }

  /** The first two texts that are no values. */
  static List<String> freeTexts(Set<String> values, String first) {
    return free(
        first, text -> text.isEmpty() ? "\0" : String.valueOf((char) (text.charAt(0) + 1)), values);
  }
}
