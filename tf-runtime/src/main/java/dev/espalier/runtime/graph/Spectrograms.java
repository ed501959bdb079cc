package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What is in a sound at which time and pitch: {@code [batch, samples]} to frames of it. */
public final class Spectrograms {
  /** Silence: power below it is taken for it. */
  private static final float FLOOR = 1e-10f;

  private Spectrograms() {}

  /**
   * The logarithm of the power in each mel band, {@code [batch, frames, bands]}; frames are those
   * whose window lies within the sound.
   *
   * @param window samples in a frame
   * @param hop samples from one frame to the next
   * @param rate samples a second
   * @param lowest where the lowest band starts, in hertz
   * @param highest where the highest band ends, in hertz
   */
  public static Operand<TFloat32> logMelSpectrogram(
      GraphBuilder g,
      Operand<TFloat32> x,
      int window,
      int hop,
      int bands,
      double rate,
      double lowest,
      double highest) {
    Ops tf = g.tf();
    MelBank bank = new MelBank(window, bands, rate, lowest, highest);
    int parts = 2 * bank.bins();
    Operand<TFloat32> transformed = transformed(tf, x, bank, window, hop);
    Operand<TFloat32> rows = tf.reshape(transformed, tf.array(-1, parts));
    // Real and imaginary part have the same weights, so that this sum is that of both squares, too.
    Operand<TFloat32> weights =
        matrix(tf, parts, bands, (part, band) -> bank.weight(part % bank.bins(), band));
    Operand<TFloat32> power = tf.linalg.matMul(tf.math.square(rows), weights);
    Operand<TFloat32> log = tf.math.log(tf.math.maximum(power, tf.constant(FLOOR)));
    return tf.reshape(log, tf.array(-1, frames(x, window, hop), bands));
  }

  /**
   * The first coefficients of the orthonormal cosine transform (DCT-II) of a log mel spectrogram:
   * {@code [batch, frames, coefficients]}.
   *
   * @param window samples in a frame
   * @param hop samples from one frame to the next
   * @param rate samples a second
   * @param lowest where the lowest band starts, in hertz
   * @param highest where the highest band ends, in hertz
   */
  public static Operand<TFloat32> mfcc(
      GraphBuilder g,
      Operand<TFloat32> x,
      int coefficients,
      int window,
      int hop,
      int bands,
      double rate,
      double lowest,
      double highest) {
    Ops tf = g.tf();
    Operand<TFloat32> mel = logMelSpectrogram(g, x, window, hop, bands, rate, lowest, highest);
    Operand<TFloat32> cosines =
        matrix(
            tf,
            bands,
            coefficients,
            (band, order) ->
                Math.sqrt((order == 0 ? 1.0 : 2.0) / bands)
                    * Math.cos(Math.PI * order * (band + 0.5) / bands));
    Operand<TFloat32> rows = tf.reshape(mel, tf.array(-1, bands));
    return tf.reshape(
        tf.linalg.matMul(rows, cosines), tf.array(-1, frames(x, window, hop), coefficients));
  }

  /**
   * The Fourier transform of each frame, {@code [batch, frames, 1, 2 bins]}: a convolution, for the
   * fast transform has no gradient.
   *
   * <p>Samples that all windows begin and end with together are channels: a convolution over one
   * channel would be several times slower.
   */
  private static Operand<TFloat32> transformed(
      Ops tf, Operand<TFloat32> x, MelBank bank, int window, int hop) {
    int parts = 2 * bank.bins();
    int together = gcd(window, hop);
    int used = (frames(x, window, hop) - 1) * hop + window;
    Operand<TFloat32> heard = tf.slice(x, tf.array(0, 0), tf.array(-1, used));
    Operand<TFloat32> pieces = tf.reshape(heard, tf.array(-1, used / together, 1, together));
    Operand<TFloat32> kernel =
        tf.reshape(
            matrix(tf, window, parts, bank::factor),
            tf.array(window / together, 1, together, parts));
    long stride = hop / together;
    return tf.nn.conv2d(pieces, kernel, List.of(1L, stride, stride, 1L), "VALID");
  }

  private static int frames(Operand<TFloat32> x, int window, int hop) {
    return 1 + (Shapes.units(x) - window) / hop;
  }

  private static Operand<TFloat32> matrix(
      Ops tf, int rows, int columns, ToDoubleBiFunction<Integer, Integer> value) {
    float[] data = new float[rows * columns];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) value.applyAsDouble(i / columns, i % columns);
    }
    return tf.constant(Shape.of(rows, columns), DataBuffers.of(data));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
