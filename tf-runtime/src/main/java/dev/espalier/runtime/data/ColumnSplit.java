package dev.espalier.runtime.data;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.split.SplitPart;
import java.util.Set;
import java.util.function.Function;

/** The part that a row belongs to by the value of a column. */
record ColumnSplit<E, V>(Function<? super E, ? extends V> column, Set<V> validation, Set<V> test)
    implements Function<E, SplitPart> {

  static <E, V> ColumnSplit<E, V> of(
      Function<? super E, ? extends V> column, Set<V> validation, Set<V> test) {
    for (V value : validation) {
      if (test.contains(value)) {
        throw new EspalierException(
            "A value of a column belongs to one part. Found %s for validation and test."
                .formatted(value));
      }
    }
    return new ColumnSplit<>(column, Set.copyOf(validation), Set.copyOf(test));
  }

  @Override
  public SplitPart apply(E row) {
    V value = column.apply(row);
    if (value != null && validation.contains(value)) {
      return SplitPart.VALIDATION;
    }
    return value != null && test.contains(value) ? SplitPart.TEST : SplitPart.TRAIN;
  }
}
