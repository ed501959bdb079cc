package dev.espalier.runtime.session;

import dev.espalier.dsl.Pooling;
import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Features as they enter the network, cut out of the batch's matrices in as few pieces as can be.
 *
 * <p>Numbers that stand side by side are one slice of the matrix of numbers. Categories that stand
 * side by side and whose tables are stacked in one variable are a block: one gather for the block,
 * one slice of it for neighbours that are asked for together, none for the whole of it.
 */
final class FeatureInputs {
  private final Ops tf;
  private final ExampleInfo info;
  private final FeatureLayout layout;
  private final EncodedInputs inputs;
  private final Leaves leaves;
  private final TensorInputs tensors;
  private final Map<String, List<CategoryBlock>> blocks = new HashMap<>();

  FeatureInputs(Ops tf, Preprocessing preprocessing, EncodedInputs inputs, Leaves leaves) {
    this.tf = tf;
    this.info = preprocessing.info();
    this.tensors = new TensorInputs(tf, preprocessing, inputs, leaves);
    this.layout = FeatureLayout.of(info);
    this.inputs = inputs;
    this.leaves = leaves;
  }

  /** The features of these names, concatenated: {@code [batch, n]}. */
  Operand<TFloat32> of(String tables, String... names) {
    List<Operand<TFloat32>> pieces = new ArrayList<>();
    int at = 0;
    while (at < names.length) {
      int end = at + 1;
      int first = layout.feature(names[at]);
      Encoding encoding = encoding(first);
      if (encoding instanceof Encoding.Number) {
        int column = layout.numberOffset(first) + layout.numberWidth(first);
        while (end < names.length && isNumberAt(names[end], column)) {
          column += layout.numberWidth(layout.feature(names[end++]));
        }
        pieces.add(inputs.numbers(layout.numberOffset(first), column));
      } else if (encoding instanceof Encoding.Category) {
        CategoryBlock block = block(tables, layout.categoryColumn(first));
        int column = layout.categoryColumn(first) + 1;
        while (end < names.length && column < block.end() && isCategoryAt(names[end], column)) {
          column++;
          end++;
        }
        pieces.add(block.columns(layout.categoryColumn(first), column));
      } else if (encoding instanceof Encoding.Bag bag) {
        pieces.add(pooled(tables, first, bag));
      } else {
        pieces.add(tensors.of(tables, first));
      }
      at = end;
    }
    int last = pieces.get(0).shape().numDimensions() - 1;
    return pieces.size() == 1 ? pieces.get(0) : tf.concat(pieces, tf.constant(last));
  }

  /** Which rows have a feature that rows may lack: 1 or 0, {@code [batch]}. */
  Operand<TFloat32> present(String feature) {
    return inputs.present(layout.feature(feature));
  }

  /** Which positions of a sequence are real. */
  Operand<TFloat32> mask(String feature) {
    return tensors.mask(layout.feature(feature));
  }

  private Encoding encoding(int feature) {
    return info.features().get(feature).encoding();
  }

  private boolean isNumberAt(String name, int column) {
    int feature = layout.feature(name);
    return encoding(feature) instanceof Encoding.Number && layout.numberOffset(feature) == column;
  }

  private boolean isCategoryAt(String name, int column) {
    int feature = layout.feature(name);
    return encoding(feature) instanceof Encoding.Category
        && layout.categoryColumn(feature) == column;
  }

  /** The values' rows, added up for each row of the batch. An empty bag is all zeros. */
  private Operand<TFloat32> pooled(String tables, int feature, Encoding.Bag encoding) {
    int bag = layout.bagIndex(feature);
    Operand<TInt32> rows = inputs.rows(feature);
    VariablePlan.Place place = leaves.plan().place(tables + "." + encoding.table());
    Operand<TInt32> values = inputs.bagValues(bag);
    int firstRow = place.member().firstRow();
    Operand<TInt32> ofTable = firstRow == 0 ? values : tf.math.add(values, tf.constant(firstRow));
    Operand<TInt32> segments = inputs.bagSegments(bag);
    Operand<TFloat32> vectors = leaves.lookUp(place.variable(), ofTable);
    Operand<TFloat32> sums = tf.math.unsortedSegmentSum(vectors, segments, rows);
    if (encoding.pooling() == Pooling.TOTAL) {
      return sums;
    }
    Operand<TFloat32> ones = tf.fill(tf.shape(values), tf.constant(1f));
    Operand<TFloat32> counts = tf.math.unsortedSegmentSum(ones, segments, rows);
    Operand<TFloat32> atLeastOne = tf.math.maximum(counts, tf.constant(1f));
    return tf.math.div(sums, tf.stopGradient(tf.expandDims(atLeastOne, tf.constant(1))));
  }

  private CategoryBlock block(String tables, int column) {
    return blocks.computeIfAbsent(tables, this::blocks).stream()
        .filter(block -> block.first() <= column && column < block.end())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The model has no table for column " + column + " in `" + tables + "`."));
  }

  /** All blocks of a copy of the tables; a gather is only built when its block is asked for. */
  private List<CategoryBlock> blocks(String tables) {
    VariablePlan.Place[] places = new VariablePlan.Place[layout.categoryCount()];
    for (Feature feature : info.features()) {
      if (feature.encoding() instanceof Encoding.Category category) {
        String path = tables + "." + category.table();
        if (leaves.plan().has(path)) {
          places[layout.categoryColumn(layout.feature(feature.name()))] = leaves.plan().place(path);
        }
      }
    }
    List<CategoryBlock> found = new ArrayList<>();
    int at = 0;
    while (at < places.length) {
      int end = at + 1;
      if (places[at] != null) {
        while (end < places.length
            && places[end] != null
            && places[end].variable().equals(places[at].variable())) {
          end++;
        }
        found.add(
            new CategoryBlock(tf, inputs, leaves, at, Arrays.asList(places).subList(at, end)));
      }
      at = end;
    }
    return found;
  }
}
