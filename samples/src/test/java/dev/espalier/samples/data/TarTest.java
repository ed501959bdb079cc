package dev.espalier.samples.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class TarTest {

  @Test
  void membersAreFoundInAnyPlace() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("census/names", new byte[512]);
    files.put("./empty", new byte[0]);
    files.put("census/data", Archives.text("1, 2"));
    assertThat(Tar.seek(tar(files), "data")).hasContent("1, 2");
    assertThat(Tar.seek(tar(files), "./empty")).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedBesideWhatIsThere() {
    assertThatThrownBy(() -> Tar.seek(tar(Map.of("data", new byte[3])), "test"))
        .isInstanceOf(DataException.class)
        .hasMessage("found [data] in the archive, expected test");
  }

  @Test
  void anArchiveThatEndsTooEarlyIsRefused() throws IOException {
    byte[] whole = tar(Map.of("data", new byte[3000])).readAllBytes();
    InputStream half = new ByteArrayInputStream(Arrays.copyOf(whole, 2000));
    assertThatThrownBy(() -> Tar.seek(half, "data")).isInstanceOf(EOFException.class);
  }

  @Test
  void somethingElseIsRefused() {
    InputStream other = new ByteArrayInputStream("no archive ".repeat(100).getBytes(US_ASCII));
    assertThatThrownBy(() -> Tar.seek(other, "data"))
        .isInstanceOf(ZipException.class)
        .hasMessage("no tar archive");
  }

  private static InputStream tar(Map<String, byte[]> files) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(Archives.tarGz(files)));
  }
}
