package dev.espalier.processor.feature;

import static java.util.Map.entry;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code @Tokens}. */
final class TokensFeature implements Feature {
  /** Longer sequences are more than a network over positions can be unrolled or attend over. */
  private static final int MOST_TOKENS = 1 << 16;

  private static final Map<Form, Writing> WRITINGS =
      Map.ofEntries(
          entry(Form.INTS, Writing.itself("ids")),
          entry(Form.LONGS, Writing.itself("ids")),
          entry(Form.TEXT, Writing.itself("sentence")),
          entry(Form.TEXTS, Writing.itself("texts")),
          entry(Form.TEXT_LIST, Writing.itself("texts")),
          entry(Form.CONSTANTS, Writing.itself("constants")),
          entry(Form.CONSTANT_LIST, Writing.itself("constants")));

  @Override
  public String annotation() {
    return "Tokens";
  }

  @Override
  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(EmbeddingTables.RANGES);
    ranges.add(Range.atLeast("length", "The length of a sequence", 1).atMost(MOST_TOKENS));
    return ranges;
  }

  @Override
  public boolean takes(ValueType type) {
    return WRITINGS.containsKey(type.form());
  }

  @Override
  public String takesWords() {
    return "String[], int[], long[], arrays of an enum, lists, and a String to split";
  }

  /** A set has no order, and so no sequence; a single value is none either. */
  @Override
  public Optional<String> nearest(ValueType type) {
    return switch (type.form()) {
      case TEXT_SET, CONSTANT_SET ->
          Optional.of("Make it a List, which has an order, or write @Categorical on the set.");
      default -> Optional.empty();
    };
  }

  @Override
  public Writing writing(ValueType type) {
    return WRITINGS.get(type.form());
  }

  @Override
  public boolean needsLength(ValueType type) {
    return true;
  }

  @Override
  public Optional<Table> table(Component component, Mark mark) {
    return EmbeddingTables.declared(component, mark);
  }

  @Override
  public Encoding encode(Component component, Mark mark, Beside beside) {
    String along = mark.text("along").isEmpty() ? component.name() : mark.text("along");
    Mark leader = beside.component(along).mark(annotation()).orElseThrow();
    return new Encoding.Sequence(
        EmbeddingTables.used(component, mark, beside),
        leader.integer("length"),
        component.name(),
        along,
        mark.constant("tokenizer"));
  }
}
