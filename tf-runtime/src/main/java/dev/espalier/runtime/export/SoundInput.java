package dev.espalier.runtime.export;

import dev.espalier.runtime.model.ExampleInfo.Encoding;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The samples of a sound: silence after shorter ones, longer ones cut.
 *
 * @param placeholder samples {@code [batch, n]}, n being what a client needs
 * @param sound {@code [batch, samples]}
 */
record SoundInput(
    Operand<TFloat32> placeholder, Operand<TFloat32> sound, InputDescription description)
    implements RawInput {

  static SoundInput of(Ops tf, InputNames names, String name, Encoding.Sound sound) {
    Placeholder<TFloat32> samples =
        names.of(tf, name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1)));
    Operand<TFloat32> finite =
        Checks.require(
            tf,
            tf.math.isFinite(samples),
            samples,
            "feature `" + name + "`: found a sample that is no finite number",
            samples);
    int length = sound.samples();
    Operand<TFloat32> longEnough =
        tf.pad(finite, tf.constant(new int[][] {{0, 0}, {0, length}}), tf.constant(0f));
    return new SoundInput(
        samples,
        tf.slice(longEnough, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, length})),
        InputDescription.of(
            "samples, usually from -1 to 1, %d a second; the first %d of a row count, and silence follows shorter rows. Samples of 16 bits are divided by 32768."
                .formatted(sound.rate(), length)));
  }
}
