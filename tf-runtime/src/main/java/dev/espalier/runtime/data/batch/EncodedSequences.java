package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Growth;
import java.util.Arrays;
import org.tensorflow.types.family.TType;

/**
 * The table rows of tokens, {@code [b, length]}; -1 in the padding.
 *
 * @param tokens in their order, row after row of the data
 */
public record EncodedSequences(EncodedBag tokens, int length) implements TensorColumn {
  static final int PADDING = -1;

  @Override
  public TType tensor(BatchRows rows) {
    int[] ints = rows.scratch().ints(Growth.exact(rows.size(), length));
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      int count = Math.min(length, tokens.count(row));
      tokens.values().copy(tokens.start(row), ints, i * length, count);
      Arrays.fill(ints, i * length + count, (i + 1) * length, PADDING);
    }
    return rows.scratch().intTensor(rows.size(), length);
  }
}
