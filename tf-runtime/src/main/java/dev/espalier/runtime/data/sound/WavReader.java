package dev.espalier.runtime.data.sound;

import dev.espalier.runtime.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Decodes wav files: PCM of 8, 16, 24 or 32 bits and floats of 32 or 64. Several channels are
 * averaged; floats out of range are clipped. A file that ends before the samples that its header
 * promises is an error, unless that says that it was not known, and so is one without samples, and
 * one with a NaN or an infinity.
 */
public final class WavReader {
  /** The largest float below 1. */
  private static final float BELOW_ONE = Math.nextDown(1f);

  /** What stands for the length in files that are written while nobody knows it. */
  private static final long UNKNOWN_BYTES = 0xFFFFFFFFL;

  private WavReader() {}

  /**
   * The recording in a file's content.
   *
   * @param place how messages call the file
   * @throws DataException when it can't be decoded
   */
  public static Recording read(String place, byte[] encoded) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(encoded))) {
      AudioFormat format = in.getFormat();
      check(place, format);
      byte[] data = in.readAllBytes();
      long promised = in.getFrameLength();
      long found = data.length / format.getFrameSize();
      boolean unknown = promised >= UNKNOWN_BYTES / format.getFrameSize();
      if (!unknown && found < promised || data.length % format.getFrameSize() != 0) {
        throw new DataException(
            "%s: the recording is cut off: found %d samples, expected %d"
                .formatted(place, found, promised));
      }
      if (found == 0) {
        throw new DataException(place + ": found no samples, expected some");
      }
      return new Recording(samples(place, data, format), Math.round(format.getSampleRate()));
    } catch (UnsupportedAudioFileException e) {
      throw new DataException(
          place + ": found no recording that can be decoded, expected a wav file of PCM samples",
          e);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new DataException(place + ": the recording can't be decoded: " + e, e);
    }
  }

  private static void check(String place, AudioFormat format) {
    Encoding encoding = format.getEncoding();
    int bits = format.getSampleSizeInBits();
    boolean pcm = encoding.equals(Encoding.PCM_SIGNED) || encoding.equals(Encoding.PCM_UNSIGNED);
    boolean known =
        pcm && (bits == 8 || bits == 16 || bits == 24 || bits == 32)
            || encoding.equals(Encoding.PCM_FLOAT) && (bits == 32 || bits == 64);
    if (!known
        || format.getChannels() < 1
        || format.getFrameSize() != format.getChannels() * bits / 8
        || Math.round(format.getSampleRate()) < 1) {
      throw new DataException(
          "%s: found %s, expected PCM of 8, 16, 24 or 32 bits or floats of 32 or 64"
              .formatted(place, format));
    }
  }

  private static float[] samples(String place, byte[] data, AudioFormat format) {
    ByteBuffer bytes =
        ByteBuffer.wrap(data)
            .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int channels = format.getChannels();
    float[] samples = new float[data.length / format.getFrameSize()];
    for (int i = 0; i < samples.length; i++) {
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += sample(bytes, format);
      }
      if (!Double.isFinite(sum)) {
        throw new DataException(
            "%s: sample %d: found %s, expected a finite number".formatted(place, i, sum));
      }
      samples[i] = Math.max(-1, Math.min(BELOW_ONE, (float) (sum / channels)));
    }
    return samples;
  }

  private static double sample(ByteBuffer bytes, AudioFormat format) {
    if (format.getEncoding().equals(Encoding.PCM_FLOAT)) {
      return format.getSampleSizeInBits() == 32 ? bytes.getFloat() : bytes.getDouble();
    }
    return switch (format.getSampleSizeInBits()) {
      case 8 -> // The format's only unsigned one.
          format.getEncoding().equals(Encoding.PCM_UNSIGNED)
              ? ((bytes.get() & 0xFF) - 128) / 128.0
              : bytes.get() / 128.0;
      case 16 -> bytes.getShort() / 32768.0;
      case 24 -> int24(bytes) / 8388608.0;
      default -> bytes.getInt() / 2147483648.0;
    };
  }

  private static int int24(ByteBuffer bytes) {
    int first = bytes.get();
    int second = bytes.get();
    int third = bytes.get();
    return bytes.order() == ByteOrder.LITTLE_ENDIAN
        ? third << 16 | (second & 0xFF) << 8 | first & 0xFF
        : first << 16 | (second & 0xFF) << 8 | third & 0xFF;
  }
}
