package dev.espalier.runtime.session;

import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.model.ExampleInfo;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * The placeholders of one network, each built when it is first asked for: what is not, isn't fed.
 */
final class FeedPoints implements EncodedInputs {
  private final Ops tf;
  private final FeatureLayout layout;
  private final Map<String, Operand<?>> built = new HashMap<>();

  FeedPoints(Ops tf, ExampleInfo info) {
    this.tf = tf.withSubScope("feeds");
    this.layout = FeatureLayout.of(info);
  }

  @Override
  public Operand<TFloat32> numbers(int from, int to) {
    return Columns.of(
        tf, point("numbers", TFloat32.class, Shape.of(-1, layout.numberWidth())), from, to);
  }

  @Override
  public Operand<TInt32> categories(int from, int to) {
    return Columns.of(
        tf, point("categories", TInt32.class, Shape.of(-1, layout.categoryCount())), from, to);
  }

  @Override
  public boolean separable() {
    return false;
  }

  @Override
  public Operand<TInt32> bagValues(int bag) {
    return point("bagValues" + bag, TInt32.class, Shape.of(-1));
  }

  @Override
  public Operand<TInt32> bagSegments(int bag) {
    return point("bagSegments" + bag, TInt32.class, Shape.of(-1));
  }

  @Override
  public Operand<TInt32> rows(int feature) {
    return point("rows", TInt32.class, Shape.scalar());
  }

  /** The run's seed and the step. */
  Operand<TInt64> seed() {
    return point("seed", TInt64.class, Shape.of(2));
  }

  @Override
  public Operand<TFloat32> present(int feature) {
    return point("present" + feature, TFloat32.class, Shape.of(-1));
  }

  @Override
  public <T extends TType> Operand<T> tensor(int feature, Class<T> type, long... dims) {
    return point("tensor" + layout.tensorIndex(feature), type, Shape.of(dims));
  }

  /** A task's labels as they are fed. */
  <T extends TType> Operand<T> label(int task, Class<T> type, long... dims) {
    return point("label" + task, type, Shape.of(dims));
  }

  /** A task's weights as they are fed. */
  Operand<TFloat32> weights(int task, long... dims) {
    return point("weights" + task, TFloat32.class, Shape.of(dims));
  }

  private <T extends TType> Operand<T> point(String name, Class<T> type, Shape shape) {
    @SuppressWarnings("unchecked")
    Operand<T> point =
        (Operand<T>)
            built.computeIfAbsent(
                name, n -> tf.withName(n).placeholder(type, Placeholder.shape(shape)));
    return point;
  }
}
