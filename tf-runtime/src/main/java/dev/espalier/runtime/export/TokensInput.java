package dev.espalier.runtime.export;

import dev.espalier.runtime.model.ExampleInfo.Encoding;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Tokens in their order.
 *
 * @param placeholder tokens {@code [batch, n]}, n being what a client needs, or texts {@code
 *     [batch]}
 * @param tokens their rows in the table, -1 in the padding, {@code [batch, length]}
 */
record TokensInput(Operand<?> placeholder, Operand<TInt32> tokens, InputDescription description)
    implements RawInput {
  private static final int PADDING = -1;

  /** Tokens that a client has split. */
  static <T extends TType> TokensInput of(
      Ops tf, InputNames names, String name, Encoding.Sequence sequence, TableLookup<T> lookup) {
    Placeholder<T> all =
        names.of(tf, name).placeholder(lookup.type(), Placeholder.shape(Shape.of(-1, -1)));
    Operand<TInt32> rows =
        tf.select(lookup.isPadding(tf, all), tf.constant(PADDING), lookup.rows(tf, name, all));
    return new TokensInput(
        all,
        ofLength(tf, rows, sequence.length()),
        InputDescription.of(
                "tokens, each "
                    + lookup.holds()
                    + "; the first "
                    + sequence.length()
                    + " of a row count")
            .with("padding", lookup.first())
            .with("missingElement", lookup.second()));
  }

  /** Texts that are split in the graph. */
  static TokensInput split(
      Ops tf,
      InputNames names,
      String name,
      Encoding.Sequence sequence,
      TableLookup<TString> lookup) {
    Placeholder<TString> texts =
        names.of(tf, name).placeholder(TString.class, Placeholder.shape(Shape.of(-1)));
    SplitTexts split = SplitTexts.of(tf, texts, sequence.tokenizer());
    Operand<TInt32> rows =
        tf.sparse.sparseToDense(
            split.indices(),
            split.shape(),
            lookup.rows(tf, name, split.tokens()),
            tf.constant(PADDING));
    return new TokensInput(
        texts,
        ofLength(tf, rows, sequence.length()),
        InputDescription.of(
            "a text; it is split ("
                + sequence.tokenizer()
                + ") and its first "
                + sequence.length()
                + " tokens count"));
  }

  private static Operand<TInt32> ofLength(Ops tf, Operand<TInt32> rows, int length) {
    Operand<TInt32> longEnough =
        tf.pad(rows, tf.constant(new int[][] {{0, 0}, {0, length}}), tf.constant(PADDING));
    return tf.slice(longEnough, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, length}));
  }
}
