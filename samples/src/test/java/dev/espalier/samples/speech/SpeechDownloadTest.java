package dev.espalier.samples.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.Archives;
import dev.espalier.samples.data.Download;
import dev.espalier.samples.data.LocalServer;
import dev.espalier.samples.data.SpokenDigits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechDownloadTest {
  @TempDir private Path folder;

  @Test
  void recordingsAreReadByTheirNames() throws IOException {
    String root = "free-spoken-digit-dataset-master/";
    Map<String, byte[]> files = new HashMap<>();
    files.put(root + "README.md", Archives.text("FSDD"));
    files.put(root + "utils/trimmer.py", Archives.text("pass"));
    files.put(root + "recordings/7_theo_3.wav", wav());
    files.put(root + "recordings/0_jackson_8.wav", wav());
    files.put(root + "recordings/1_george_12.wav", wav());
    Splits<Utterance> splits;
    try (LocalServer server = new LocalServer()) {
      SpokenDigits data = new SpokenDigits(server.serve(Archives.zip(files)), 3);
      splits =
          SpeechSample.splits(
              new Download(new PrintWriter(Writer.nullWriter())).into(folder, data));
    }
    List<Utterance> test = new ArrayList<>();
    splits.test().read(test::add);
    assertThat(test).hasSize(1);
    assertThat(test.get(0).digit()).isEqualTo(7);
    assertThat(test.get(0).speaker()).isEqualTo(Utterance.Speaker.THEO);
  }

  private static byte[] wav() throws IOException {
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[8000]), format, 4000),
        AudioFileFormat.Type.WAVE,
        wav);
    return wav.toByteArray();
  }
}
