package dev.espalier.runtime.data.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.FileSource;
import dev.espalier.runtime.data.file.RealData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SoundFolderTest {

  private static byte[] wav(int code, int channels, int bits, byte... data) {
    ByteBuffer wav = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) code).putShort((short) channels).putInt(8000);
    wav.putInt(8000 * channels * bits / 8).putShort((short) (channels * bits / 8));
    wav.putShort((short) bits).put("data".getBytes(StandardCharsets.US_ASCII));
    return wav.putInt(data.length).put(data).array();
  }

  private static float[] samples(byte[] wav) {
    Recording recording = WavReader.read("a.wav", wav);
    assertThat(recording.rate()).isEqualTo(8000);
    return recording.samples();
  }

  @Test
  void everyFormatIsScaledToOne() {
    assertThat(samples(wav(1, 1, 8, (byte) 0, (byte) 128, (byte) 192)))
        .containsExactly(-1, 0, 0.5f);
    assertThat(samples(wav(1, 1, 16, (byte) 0, (byte) 0x80, (byte) 0, (byte) 0x40)))
        .containsExactly(-1, 0.5f);
    assertThat(samples(wav(1, 1, 24, (byte) 1, (byte) 0, (byte) 0xC0)))
        .containsExactly(-0.5f + 1 / 8388608f);
    assertThat(samples(wav(1, 1, 32, (byte) 0, (byte) 0, (byte) 0, (byte) 0x20)))
        .containsExactly(0.25f);
    byte[] floats =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(-0.75f).putFloat(3).array();
    assertThat(samples(wav(3, 1, 32, floats))).containsExactly(-0.75f, Math.nextDown(1f));
    assertThat(samples(wav(1, 2, 16, (byte) 0, (byte) 0x40, (byte) 0, (byte) 0)))
        .containsExactly(0.25f);
  }

  @Test
  void brokenFilesAreNamed() {
    byte[] whole = wav(1, 1, 16, new byte[100]);
    assertThatThrownBy(() -> samples(Arrays.copyOf(whole, 90)))
        .isInstanceOf(DataException.class)
        .hasMessage("a.wav: the recording is cut off: found 23 samples, expected 50");
    for (int length : new int[] {0, 3, 20, 40, 44}) {
      assertThatThrownBy(() -> samples(Arrays.copyOf(whole, length)))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("a.wav: ");
    }
    assertThatThrownBy(() -> samples(wav(7, 1, 8, (byte) 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("ULAW");
    assertThatThrownBy(() -> samples(wav(1, 1, 16)))
        .hasMessage("a.wav: found no samples, expected some");
    for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f);
      assertThatThrownBy(() -> samples(wav(3, 1, 32, floats.putFloat(value).array())))
          .isInstanceOf(DataException.class)
          .hasMessage("a.wav: sample 1: found " + value + ", expected a finite number");
    }
  }

  /** As those that record without knowing how long it will be: 0xFFFFFFFF bytes to come. */
  @Test
  void aLengthThatNobodyKnewIsWhatThereIs() {
    byte[] wav = wav(1, 1, 16, (byte) 0, (byte) 0x80, (byte) 0, (byte) 0x40);
    Arrays.fill(wav, 4, 8, (byte) 0xFF);
    Arrays.fill(wav, 40, 44, (byte) 0xFF);
    assertThat(samples(wav)).containsExactly(-1, 0.5f);
  }

  @Test
  void realRecordings() {
    FileSource<SoundFile> all = SoundFolder.of(RealData.file("fsdd.zip"), "recordings");
    assertThat(all.count()).isEqualTo(3000);
    FileSource<SoundFile> test = all.where(f -> Integer.parseInt(f.nameParts()[2]) < 5);
    AtomicLong count = new AtomicLong();
    test.map(f -> f.samples(8000))
        .read(
            samples -> {
              count.incrementAndGet();
              assertThat(samples.length).isGreaterThan(500);
            });
    assertThat(count).hasValue(300);
    assertThatThrownBy(() -> test.map(f -> f.samples(16_000)).read(each -> {}))
        .hasMessage(
            "fsdd.zip/recordings/0_george_0.wav: found 8000 samples a second, expected 16000");
  }
}
