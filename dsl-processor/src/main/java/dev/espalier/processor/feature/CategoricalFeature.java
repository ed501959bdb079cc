package dev.espalier.processor.feature;

import static java.util.Map.entry;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.plan.Writing.As;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code @Categorical}. */
final class CategoricalFeature implements Feature {
  private static final Map<Form, Writing> SINGLE =
      Map.of(
          Form.INT, Writing.itself("id"),
          Form.LONG, Writing.itself("id"),
          Form.TEXT, Writing.itself("text"),
          Form.CONSTANT, new Writing("constant", As.ORDINAL));

  private static final Map<Form, Writing> BAGS =
      Map.ofEntries(
          entry(Form.INTS, Writing.itself("ids")),
          entry(Form.LONGS, Writing.itself("ids")),
          entry(Form.TEXTS, Writing.itself("texts")),
          entry(Form.TEXT_SET, Writing.itself("texts")),
          entry(Form.TEXT_LIST, Writing.itself("texts")),
          entry(Form.CONSTANT_SET, Writing.itself("constants")),
          entry(Form.CONSTANT_LIST, Writing.itself("constants")));

  @Override
  public String annotation() {
    return "Categorical";
  }

  @Override
  public List<Range> ranges() {
    return EmbeddingTables.RANGES;
  }

  @Override
  public boolean takes(ValueType type) {
    return SINGLE.containsKey(type.form()) || BAGS.containsKey(type.form());
  }

  @Override
  public String takesWords() {
    return "enums, int, long, String, and arrays, sets and lists of them";
  }

  @Override
  public Writing writing(ValueType type) {
    return SINGLE.getOrDefault(type.form(), BAGS.get(type.form()));
  }

  /** A single value that is missing takes row 0, a bag that is missing is empty. */
  @Override
  public boolean mayBeAbsent(ValueType type) {
    return false;
  }

  @Override
  public Optional<Table> table(Component component, Mark mark) {
    return EmbeddingTables.declared(component, mark);
  }

  @Override
  public Encoding encode(Component component, Mark mark, Beside beside) {
    Table table = EmbeddingTables.used(component, mark, beside);
    return BAGS.containsKey(component.type().form())
        ? new Encoding.Bag(table, mark.constant("pooling"))
        : new Encoding.Category(table);
  }
}
