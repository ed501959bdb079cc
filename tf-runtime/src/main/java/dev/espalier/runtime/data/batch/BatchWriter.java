package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
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
  Batch write(int from, int size) {
    return write(from, size, feature -> true, task -> true);
  }

  /** The same with what one set of rows knows: the tasks it teaches and what they need. */
  Batch write(int from, int size, RowSet of) {
    return write(from, size, of.features()::get, of.tasks()::get);
  }

  private synchronized Batch write(int from, int size, IntPredicate features, IntPredicate tasks) {
    BatchRows batch = new BatchRows(order, from, size, changes.draw(from, size), scratch);
    TensorScope scope = new TensorScope();
    try {
      return new Batch(
          scope,
          size,
          numbers(scope, batch),
          categories(scope, batch),
          bags(scope, batch, features),
          tensors(scope, batch, features),
          labels(scope, batch, tasks),
          feature -> present(feature, batch),
          batch::row);
    } catch (RuntimeException | Error e) {
      scope.close();
      throw e;
    }
  }

  private float[] present(int feature, BatchRows batch) {
    float[] present = new float[batch.size()];
    for (int i = 0; i < present.length; i++) {
      present[i] = rows.lacks(batch.row(i), feature) ? 0 : 1;
    }
    return present;
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

  private List<Optional<Batch.Bag>> bags(
      TensorScope scope, BatchRows batch, IntPredicate features) {
    List<Optional<Batch.Bag>> bags = new ArrayList<>();
    for (int b = 0; b < rows.layout().bagCount(); b++) {
      bags.add(
          features.test(rows.layout().bag(b))
              ? Optional.of(bag(scope, batch, rows.bag(b)))
              : Optional.empty());
    }
    return bags;
  }

  private Batch.Bag bag(TensorScope scope, BatchRows batch, EncodedBag bag) {
    int length = 0;
    for (int i = 0; i < batch.size(); i++) {
      length = Math.addExact(length, bag.count(batch.row(i)));
    }
    int[] ints = scratch.ints(length);
    int at = 0;
    for (int i = 0; i < batch.size(); i++) {
      int count = bag.count(batch.row(i));
      bag.values().copy(bag.start(batch.row(i)), ints, at, count);
      at += count;
    }
    TInt32 values = scope.own(scratch.intTensor(length));
    at = 0;
    for (int i = 0; i < batch.size(); i++) {
      for (int end = at + bag.count(batch.row(i)); at < end; at++) {
        ints[at] = i;
      }
    }
    return new Batch.Bag(values, scope.own(scratch.intTensor(length)));
  }

  private List<Optional<TType>> tensors(TensorScope scope, BatchRows batch, IntPredicate features) {
    List<Optional<TType>> tensors = new ArrayList<>();
    for (int t = 0; t < rows.tensors().size(); t++) {
      tensors.add(
          features.test(rows.layout().tensor(t))
              ? Optional.of(scope.own(rows.tensors().get(t).tensor(batch)))
              : Optional.empty());
    }
    return tensors;
  }

  private List<Optional<Batch.Labels>> labels(
      TensorScope scope, BatchRows batch, IntPredicate tasks) {
    List<Optional<Batch.Labels>> labels = new ArrayList<>();
    for (int task = 0; task < rows.tasks(); task++) {
      labels.add(
          tasks.test(task)
              ? Optional.of(rows.labelsOf(task).batch(batch, scope))
              : Optional.empty());
    }
    return labels;
  }
}
