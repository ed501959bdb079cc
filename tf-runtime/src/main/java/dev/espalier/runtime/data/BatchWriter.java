package dev.espalier.runtime.data;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** Writes batches of one walk. */
final class BatchWriter {
  private final EncodedRows rows;
  private final RowOrder order;
  private final RowChanges changes;
  private final Scratch scratch = new Scratch();

  BatchWriter(EncodedRows rows, RowOrder order, RowChanges changes) {
    this.rows = rows;
    this.order = order;
    this.changes = changes;
  }

  /** The batch of the rows from one place of the walk. */
  synchronized Batch write(int from, int size) {
    BatchRows batch = new BatchRows(order, from, size, changes.draw(from, size), scratch);
    TensorScope scope = new TensorScope();
    try {
      return new Batch(
          scope,
          size,
          numbers(scope, batch),
          categories(scope, batch),
          bags(scope, batch),
          tensors(scope, batch),
          labels(scope, batch));
    } catch (RuntimeException | Error e) {
      scope.close();
      throw e;
    }
  }

  private TFloat32 numbers(TensorScope scope, BatchRows batch) {
    int width = rows.layout().numberWidth();
    batch.gather(rows.numbers(), width, scratch.floats(Growth.exact(batch.size(), width)));
    return scope.own(scratch.floatTensor(batch.size(), width));
  }

  private TInt32 categories(TensorScope scope, BatchRows batch) {
    int width = rows.layout().categoryCount();
    batch.gather(rows.categories(), width, scratch.ints(Growth.exact(batch.size(), width)));
    return scope.own(scratch.intTensor(batch.size(), width));
  }

  private List<Batch.Bag> bags(TensorScope scope, BatchRows batch) {
    List<Batch.Bag> bags = new ArrayList<>();
    for (int b = 0; b < rows.layout().bagCount(); b++) {
      EncodedBag bag = rows.bag(b);
      int length = 0;
      for (int i = 0; i < batch.size(); i++) {
        length = Math.addExact(length, bag.count(batch.row(i)));
      }
      int[] ints = scratch.ints(length);
      int at = 0;
      for (int i = 0; i < batch.size(); i++) {
        int count = bag.count(batch.row(i));
        System.arraycopy(bag.values(), bag.starts()[batch.row(i)], ints, at, count);
        at += count;
      }
      TInt32 values = scope.own(scratch.intTensor(length));
      at = 0;
      for (int i = 0; i < batch.size(); i++) {
        for (int end = at + bag.count(batch.row(i)); at < end; at++) {
          ints[at] = i;
        }
      }
      bags.add(new Batch.Bag(values, scope.own(scratch.intTensor(length))));
    }
    return bags;
  }

  private List<TType> tensors(TensorScope scope, BatchRows batch) {
    List<TType> tensors = new ArrayList<>();
    for (TensorColumn column : rows.tensors()) {
      tensors.add(scope.own(column.tensor(batch)));
    }
    return tensors;
  }

  private List<Batch.Labels> labels(TensorScope scope, BatchRows batch) {
    List<Batch.Labels> labels = new ArrayList<>();
    for (int task = 0; task < rows.tasks(); task++) {
      labels.add(rows.labelsOf(task).batch(batch, scope));
    }
    return labels;
  }
}
