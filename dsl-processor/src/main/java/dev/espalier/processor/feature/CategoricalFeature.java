package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.Table.Rows;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code @Categorical}. */
final class CategoricalFeature implements Feature {
  private static final Set<Form> SINGLE = EnumSet.of(Form.INT, Form.LONG, Form.TEXT, Form.CONSTANT);
  private static final Set<Form> BAGS =
      EnumSet.of(
          Form.INTS,
          Form.LONGS,
          Form.TEXTS,
          Form.TEXT_SET,
          Form.TEXT_LIST,
          Form.CONSTANT_SET,
          Form.CONSTANT_LIST);

  @Override
  public String annotation() {
    return "Categorical";
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("size", "The size of a table", 1),
        Range.atLeast("vocabulary", "The size of a vocabulary", 1),
        Range.atLeast("buckets", "The number of buckets", 1),
        Range.atLeast("dimension", "The length of an embedding row", 1).atMost(Range.MOST_UNITS));
  }

  @Override
  public boolean takes(ValueType type) {
    return SINGLE.contains(type.form()) || BAGS.contains(type.form());
  }

  @Override
  public String takesWords() {
    return "enums, int, long, String, and arrays, sets and lists of them";
  }

  @Override
  public Encoding encode(Component component, Mark mark, Function<String, Table> tables) {
    String shared = mark.text("table");
    Table table = tables.apply(shared.isEmpty() ? component.name() : shared);
    return BAGS.contains(component.type().form())
        ? new Encoding.Bag(table, mark.constant("pooling"))
        : new Encoding.Category(table);
  }

  /** The table that a feature declares for itself and for those that share it. */
  static Table table(Component component, Mark mark) {
    return new Table(
        component.name(),
        rows(component, mark),
        mark.integer("dimension"),
        mark.constant("unknown"));
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
