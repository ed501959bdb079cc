package dev.espalier.runtime.session;

import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.SomeRows;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Builds with some rows of what another builder has for all of them. */
final class SomeRowsBuilder implements SomeRows {
  private final GraphBuilder all;
  private final Operand<TInt32> batch;
  private final Operand<TInt32> indices;
  private final Map<Operand<TFloat32>, Operand<TFloat32>> spread = new HashMap<>();

  /**
   * A builder.
   *
   * @param batch how many rows there are
   * @param there 1 for the rows, 0 for the others, {@code [batch]}
   */
  SomeRowsBuilder(GraphBuilder all, Operand<TInt32> batch, Operand<TFloat32> there) {
    Ops tf = all.tf();
    this.all = all;
    this.batch = batch;
    this.indices =
        tf.dtypes.cast(
            tf.reshape(tf.where(tf.math.greater(there, tf.constant(0f))), tf.array(-1)),
            TInt32.class);
  }

  private Operand<TFloat32> only(Operand<TFloat32> value) {
    return tf().gather(value, indices, tf().constant(0));
  }

  @Override
  public Operand<TFloat32> spread(Operand<TFloat32> value) {
    // Each index once: a sum of one. Its gradient is a gather, where a scatter has none.
    return spread.computeIfAbsent(
        value, each -> tf().math.unsortedSegmentSum(each, indices, batch));
  }

  @Override
  public Operand<TFloat32> features(String tables, String... names) {
    return only(all.features(tables, names));
  }

  @Override
  public Operand<TFloat32> mask(String feature) {
    return only(all.mask(feature));
  }

  @Override
  public Operand<TFloat32> layer(String path, Operand<TFloat32> value) {
    all.layer(path, spread(value));
    return value;
  }

  @Override
  public SomeRows withRows(String... features) {
    throw new UnsupportedOperationException("Rows are chosen among all of them.");
  }

  @Override
  public Ops tf() {
    return all.tf();
  }

  @Override
  public boolean withLosses() {
    return all.withLosses();
  }

  @Override
  public boolean training() {
    return all.training();
  }

  @Override
  public Operand<TFloat32> parameter(String path) {
    return all.parameter(path);
  }

  @Override
  public Operand<TFloat32> state(String path) {
    return all.state(path);
  }

  @Override
  public void update(String path, Operand<TFloat32> value) {
    all.update(path, value);
  }

  @Override
  public Operand<TInt64> seed(String path) {
    return all.seed(path);
  }

  @Override
  public Operand<TFloat32> label(String task) {
    return only(all.label(task));
  }

  @Override
  public Operand<TFloat32> weights(String task) {
    return only(all.weights(task));
  }

  @Override
  public Operand<TFloat32> balance(String task) {
    return all.balance(task);
  }

  @Override
  public Operand<TFloat32> inLabelUnit(String task, Operand<TFloat32> standardized) {
    return all.inLabelUnit(task, standardized);
  }
}
