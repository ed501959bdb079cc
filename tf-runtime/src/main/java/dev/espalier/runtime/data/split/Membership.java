package dev.espalier.runtime.data.split;

import dev.espalier.runtime.DataException;
import java.util.Map;
import java.util.function.Function;

/** The part that each row belongs to. */
sealed interface Membership<E> {

  /** The part of a row, by its place in the data set and by what it holds. */
  int part(long row, E example);

  /** Checks that there were as many rows as when they were divided. */
  default void end(long rows) {}

  /** By places. */
  record ByRow<E>(String name, byte[] parts) implements Membership<E> {
    @Override
    public int part(long row, E example) {
      return row < parts.length ? parts[(int) row] : -1;
    }

    @Override
    public void end(long rows) {
      if (rows != parts.length) {
        throw new DataException(
            "%s: found %d rows, expected %d, as when it was split; rows are told apart by their place, so split what changes by a key, with groupedBy(...)"
                .formatted(name, rows, parts.length));
      }
    }
  }

  /** By groups. */
  record ByGroup<E>(String name, Function<? super E, ?> key, Map<String, Integer> parts)
      implements Membership<E> {
    @Override
    public int part(long row, E example) {
      Integer part = parts.get(String.valueOf(key.apply(example)));
      if (part == null) {
        throw new DataException(
            "%s, row %d: found group \"%s\", expected one of the %d that were there when it was split"
                .formatted(name, row, key.apply(example), parts.size()));
      }
      return part;
    }
  }
}
