package dev.espalier.runtime.session;

import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Features that have a tensor of their own, as they enter the network. */
final class TensorInputs {
  private final Ops tf;
  private final Preprocessing preprocessing;
  private final ExampleInfo info;
  private final EncodedInputs inputs;
  private final Leaves leaves;
  private final Map<Integer, Operand<TFloat32>> masks = new HashMap<>();

  TensorInputs(Ops tf, Preprocessing preprocessing, EncodedInputs inputs, Leaves leaves) {
    this.tf = tf;
    this.preprocessing = preprocessing;
    this.info = preprocessing.info();
    this.inputs = inputs;
    this.leaves = leaves;
  }

  Operand<TFloat32> of(String tables, int feature) {
    Encoding encoding = info.features().get(feature).encoding();
    if (encoding instanceof Encoding.Picture picture) {
      return scaled(feature, picture);
    } else if (encoding instanceof Encoding.Sequence sequence) {
      return embedded(tables, feature, sequence);
    }
    int samples = ((Encoding.Sound) encoding).samples();
    return inputs.tensor(feature, TFloat32.class, -1, samples);
  }

  /** Bytes are a quarter of what floats are to feed, and casting them here costs no time. */
  private Operand<TFloat32> scaled(int feature, Encoding.Picture picture) {
    Operand<TUint8> bytes =
        inputs.tensor(
            feature, TUint8.class, -1, picture.height(), picture.width(), picture.channels());
    String name = info.features().get(feature).name();
    double[] mean = preprocessing.channelMean(name);
    double[] deviation = preprocessing.channelDeviation(name);
    int units = picture.width() * picture.channels();
    float[] factors = new float[units];
    float[] shifts = new float[units];
    for (int i = 0; i < units; i++) {
      int c = i % picture.channels();
      factors[i] = (float) (1 / deviation[c]);
      shifts[i] = (float) (-mean[c] / deviation[c]);
    }
    // By lines of the picture: along an axis of one to three channels the arithmetic is slow.
    Operand<TFloat32> lines =
        tf.dtypes.cast(tf.reshape(bytes, tf.array(-1, picture.height(), units)), TFloat32.class);
    return tf.reshape(
        tf.math.add(tf.math.mul(lines, tf.constant(factors)), tf.constant(shifts)),
        tf.array(-1, picture.height(), picture.width(), picture.channels()));
  }

  /** The padding's row is looked up and multiplied by 0: it gives nothing and learns nothing. */
  private Operand<TFloat32> embedded(String tables, int feature, Encoding.Sequence sequence) {
    VariablePlan.Place place = leaves.plan().place(tables + "." + sequence.table());
    Operand<TInt32> tokens = tokens(feature, sequence);
    Operand<TInt32> real = tf.math.maximum(tokens, tf.constant(0));
    int firstRow = place.member().firstRow();
    Operand<TInt32> rows = firstRow == 0 ? real : tf.math.add(real, tf.constant(firstRow));
    Operand<TFloat32> vectors = leaves.lookUp(place.variable(), rows);
    return tf.math.mul(vectors, tf.expandDims(mask(feature), tf.constant(2)));
  }

  private Operand<TInt32> tokens(int feature, Encoding.Sequence sequence) {
    return inputs.tensor(feature, TInt32.class, -1, sequence.length());
  }

  /** Which positions of a sequence are real, {@code [batch, length]}. */
  Operand<TFloat32> mask(int feature) {
    return masks.computeIfAbsent(
        feature,
        f -> {
          Encoding.Sequence sequence = (Encoding.Sequence) info.features().get(f).encoding();
          return tf.dtypes.cast(
              tf.math.greaterEqual(tokens(f, sequence), tf.constant(0)), TFloat32.class);
        });
  }
}
