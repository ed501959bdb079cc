package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.Table.Rows;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** The embedding tables of features that are categories or made of them. */
final class EmbeddingTables {
  static final List<Range> RANGES =
      List.of(
          Range.atLeast("size", "The size of a table", 1),
          Range.atLeast("vocabulary", "The size of a vocabulary", 1),
          Range.atLeast("buckets", "The number of buckets", 1),
          Range.atLeast("dimension", "The length of an embedding row", 1).atMost(Range.MOST_UNITS));

  private EmbeddingTables() {}

  /** The table that a feature declares; none where it shares another's. */
  static Optional<Table> declared(Component component, Mark mark) {
    return mark.text("table").isEmpty()
        ? Optional.of(
            new Table(
                component.name(),
                rows(component, mark),
                mark.integer("dimension"),
                mark.constant("unknown")))
        : Optional.empty();
  }

  /** The table that a feature uses. */
  static Table used(Component component, Mark mark, Feature.Beside beside) {
    String shared = mark.text("table");
    return beside.table(shared.isEmpty() ? component.name() : shared);
  }

  private static Rows rows(Component component, Mark mark) {
    if (component.type().constants().isPresent()) {
      return new Rows.Constants(component.type().constants().get().names());
    }
    if (mark.integer("size") > 0) {
      return new Rows.Ids(mark.integer("size"));
    }
    return mark.integer("buckets") > 0
        ? new Rows.Hashed(mark.integer("buckets"))
        : new Rows.Learnt(mark.integer("vocabulary"));
  }
}
