package dev.espalier.runtime.export;

import dev.espalier.dsl.Tokenizer;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.strings.Lower;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/**
 * Texts split to tokens in a graph, as {@link dev.espalier.dsl.Tokenizer} says: a sparse matrix of
 * tokens. Letters that are newer than the older one of the Unicode versions of Java and TensorFlow
 * may be told apart otherwise.
 *
 * @param indices row and place of each token, {@code [tokens, 2]}
 * @param tokens row after row, {@code [tokens]}
 * @param shape of the matrix, {@code [2]}
 */
record SplitTexts(Operand<TInt64> indices, Operand<TString> tokens, Operand<TInt64> shape) {
  /** What Unicode calls white space; RE2's own class is that of ASCII. */
  private static final String SPACES =
      "\\t-\\r \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"
          + "\\x{3000}";

  private static final String LETTERS = "[\\pL\\pM\\pN]+";
  private static final String WORD =
      "(" + LETTERS + "(?:['\u2019-]" + LETTERS + ")*|[^" + SPACES + "])";

  static SplitTexts of(Ops tf, Operand<TString> texts, Tokenizer tokenizer) {
    return switch (tokenizer) {
      case WHITESPACE -> atSpaces(tf, texts);
      case WORDS -> {
        Operand<TString> lower = tf.strings.lower(texts, Lower.encoding("utf-8"));
        yield atSpaces(tf, tf.strings.staticRegexReplace(lower, WORD, "\\1 "));
      }
      case CHARACTERS -> characters(tf, texts);
    };
  }

  private static SplitTexts atSpaces(Ops tf, Operand<TString> texts) {
    Operand<TString> plain = tf.strings.staticRegexReplace(texts, "[" + SPACES + "]+", " ");
    var split = tf.strings.stringSplit(plain, tf.constant(""));
    return new SplitTexts(split.indices(), split.values(), split.shape());
  }

  private static SplitTexts characters(Ops tf, Operand<TString> texts) {
    var decoded = tf.strings.unicodeDecode(texts, "UTF-8", TInt64.class);
    Operand<TInt32> letters = decoded.charValues();
    Operand<TInt64> starts = decoded.rowSplits();
    Operand<TInt64> count = tf.shape(letters, TInt64.class);
    Operand<TInt64> total = tf.reshape(count, tf.constant(new int[0]));
    Operand<TInt64> places = tf.range(tf.constant(0L), total, tf.constant(1L));
    Operand<TInt64> ends =
        tf.range(tf.constant(0L), tf.math.add(total, tf.constant(1L)), tf.constant(1L));
    // The row of a letter: how many rows begin at it or before, less one.
    Operand<TInt64> rows =
        tf.math.sub(
            tf.reshape(
                tf.upperBound(
                    tf.expandDims(starts, tf.constant(0)),
                    tf.expandDims(places, tf.constant(0)),
                    TInt64.class),
                tf.array(-1)),
            tf.constant(1L));
    Operand<TInt64> inRow = tf.math.sub(places, tf.gather(starts, rows, tf.constant(0)));
    Operand<TInt64> longest =
        tf.reduceMax(
            tf.concat(
                List.of(tf.constant(new long[] {0}), tf.math.add(inRow, tf.constant(1L))),
                tf.constant(0)),
            tf.constant(0));
    Operand<TInt64> texted = tf.reshape(tf.shape(texts, TInt64.class), tf.constant(new int[0]));
    return new SplitTexts(
        tf.stack(List.of(rows, inRow), Stack.axis(1L)),
        tf.strings.unicodeEncode(letters, ends, "UTF-8"),
        tf.stack(List.of(texted, longest)));
  }
}
