package dev.espalier.runtime.export;

import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.GivenAs;
import dev.espalier.runtime.model.ExampleInfo.Table;
import dev.espalier.runtime.session.EncodedInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Features encoded in the graph: each of what a client sends for it, and built when the network
 * first asks for it.
 */
final class RawInputs implements EncodedInputs {
  private final Ops tf;
  private final Preprocessing learnt;
  private final ExampleInfo info;
  private final FeatureLayout layout;
  private final InputNames names = new InputNames();
  private final Map<Integer, RawInput> built = new TreeMap<>();
  private final Map<List<Object>, TableLookup<?>> lookups = new HashMap<>();
  private final List<Op> initializers = new ArrayList<>();

  RawInputs(Ops tf, Preprocessing learnt) {
    this.tf = tf.withSubScope("inputs");
    this.learnt = learnt;
    this.info = learnt.info();
    this.layout = learnt.layout();
  }

  /** What the network has asked for, by index of feature. */
  Map<Integer, RawInput> built() {
    return built;
  }

  /** What has to run before anything is looked up. */
  List<Op> initializers() {
    return initializers;
  }

  private RawInput input(int feature) {
    // Not computeIfAbsent: its map may not change on the way.
    if (!built.containsKey(feature)) {
      built.put(feature, build(info.features().get(feature)));
    }
    return built.get(feature);
  }

  private RawInput build(Feature feature) {
    String name = feature.name();
    Encoding encoding = feature.encoding();
    if (encoding instanceof Encoding.Number number) {
      return new NumberInput(tf, names, name, number, learnt.scaling(name));
    } else if (encoding instanceof Encoding.Category category) {
      return CategoryInput.of(tf, names, name, lookup(category.table(), feature.given()));
    } else if (encoding instanceof Encoding.Bag bag) {
      return BagInput.of(tf, names, name, lookup(bag.table(), feature.given()));
    } else if (encoding instanceof Encoding.Sequence sequence) {
      return tokens(feature, sequence);
    } else if (encoding instanceof Encoding.Picture picture) {
      return PictureInput.of(tf, names, name, picture);
    }
    return SoundInput.of(tf, names, name, (Encoding.Sound) encoding);
  }

  private RawInput tokens(Feature feature, Encoding.Sequence sequence) {
    TableLookup<?> lookup = lookup(sequence.table(), feature.given());
    if (feature.given() != GivenAs.SENTENCES) {
      return TokensInput.of(tf, names, feature.name(), sequence, lookup);
    }
    @SuppressWarnings("unchecked") // A sentence's tokens are texts.
    TableLookup<TString> ofTexts = (TableLookup<TString>) lookup;
    return TokensInput.split(tf, names, feature.name(), sequence, ofTexts);
  }

  private TableLookup<?> lookup(String name, GivenAs given) {
    Table table =
        info.tables().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    boolean ids = given == GivenAs.WHOLE_NUMBERS;
    return lookups.computeIfAbsent(
        List.of(name, ids), key -> TableLookup.of(tf, learnt, table, ids, initializers));
  }

  private IntStream features(Class<? extends Encoding> encoding) {
    return IntStream.range(0, info.features().size())
        .filter(f -> encoding.isInstance(info.features().get(f).encoding()));
  }

  @Override
  public Operand<TFloat32> numbers(int from, int to) {
    List<Operand<TFloat32>> columns =
        features(Encoding.Number.class)
            .filter(f -> from <= layout.numberOffset(f) && layout.numberOffset(f) < to)
            .mapToObj(f -> ((NumberInput) input(f)).columns())
            .toList();
    return columns.size() == 1 ? columns.get(0) : tf.concat(columns, tf.constant(1));
  }

  @Override
  public Operand<TInt32> categories(int from, int to) {
    List<Operand<TInt32>> columns = new ArrayList<>();
    for (int column = from; column < to; column++) {
      int wanted = column;
      int feature =
          features(Encoding.Category.class)
              .filter(f -> layout.categoryColumn(f) == wanted)
              .findFirst()
              .orElseThrow();
      columns.add(((CategoryInput) input(feature)).rows());
    }
    return tf.stack(columns, Stack.axis(1L));
  }

  @Override
  public boolean separable() {
    return true;
  }

  private BagInput bag(int bag) {
    int feature =
        features(Encoding.Bag.class)
            .filter(f -> layout.bagIndex(f) == bag)
            .findFirst()
            .orElseThrow();
    return (BagInput) input(feature);
  }

  @Override
  public Operand<TInt32> bagValues(int bag) {
    return bag(bag).values();
  }

  @Override
  public Operand<TInt32> bagSegments(int bag) {
    return bag(bag).segments();
  }

  @Override
  public Operand<TInt32> rows(int feature) {
    Operand<TInt32> first =
        tf.slice(
            tf.shape(input(feature).placeholder()),
            tf.constant(new int[] {0}),
            tf.constant(new int[] {1}));
    return tf.reshape(first, tf.constant(new int[0]));
  }

  /** Who lacks a feature of a task does not ask for the task. */
  @Override
  public Operand<TFloat32> present(int feature) {
    return tf.fill(tf.expandDims(rows(feature), tf.constant(0)), tf.constant(1f));
  }

  @Override
  @SuppressWarnings("unchecked") // The encoding tells the type.
  public <T extends TType> Operand<T> tensor(int feature, Class<T> type, long... dims) {
    RawInput input = input(feature);
    if (input instanceof PictureInput picture) {
      return (Operand<T>) picture.placeholder();
    }
    return input instanceof TokensInput tokens
        ? (Operand<T>) tokens.tokens()
        : (Operand<T>) ((SoundInput) input).sound();
  }
}
