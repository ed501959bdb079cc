package dev.espalier.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.model.ModelInfo.Needs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read, and nothing else is. */
class ModelFileTest {
  @TempDir Path folder;

  private static SavedModel model(float bias) {
    return new SavedModel(
        new ModelDescription(
            "Census",
            "shared trunk",
            "abc",
            "def",
            List.of(new Needs(new int[] {0, 2}, new int[] {1}), new Needs(new int[0], new int[0])),
            List.of(List.of("tables.a", "tables.größe"), List.of("trunk.bias")),
            Map.of("mean", List.of(0.1, 1e-300), "words", Map.of("a", List.of("x", "ü")))),
        orderedMap(
            "tables.a", new SavedArray(List.of(2, 3), new float[] {1, -2, 3.5f, 4, 5, 6}),
            "tables.größe", new SavedArray(List.of(1, 3), new float[] {7, 8, Float.MIN_VALUE})),
        orderedMap(
            "trunk.bias", new SavedArray(List.of(1), new float[] {bias}),
            "step", new SavedArray(List.of(), new float[] {3})),
        new byte[] {1, 2, 3, 0, -1});
  }

  private static Map<String, SavedArray> orderedMap(
      String first, SavedArray one, String second, SavedArray two) {
    Map<String, SavedArray> map = new java.util.LinkedHashMap<>();
    map.put(first, one);
    map.put(second, two);
    return map;
  }

  private static void assertSame(SavedModel found, SavedModel expected) {
    assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    assertThat(found.parameters().keySet())
        .containsExactlyElementsOf(expected.parameters().keySet());
  }

  private Path written(SavedModel model) {
    Path file = folder.resolve("model.espalier");
    ModelFile.write(file, model);
    return file;
  }

  @Test
  void readsWhatWasWritten() {
    assertSame(ModelFile.read(written(model(0.25f))), model(0.25f));
  }

  @Test
  void equalModelsGiveEqualBytes() throws IOException {
    byte[] first = Files.readAllBytes(written(model(0.25f)));
    assertThat(Files.readAllBytes(written(model(0.25f)))).isEqualTo(first);
    assertThat(Files.readAllBytes(written(model(0.5f)))).isNotEqualTo(first);
  }

  @Test
  void leavesNothingButTheFile() throws IOException {
    written(model(1));
    written(model(2));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("model.espalier"));
    }
  }

  @Test
  void findsEveryCut() throws IOException {
    byte[] whole = Files.readAllBytes(written(model(1)));
    Path cut = folder.resolve("cut");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ModelFile.read(cut))
          .as("cut after %d of %d bytes", length, whole.length)
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining(cut.toString());
    }
  }

  @Test
  void findsEveryFlippedByte() throws IOException {
    byte[] whole = Files.readAllBytes(written(model(1)));
    Path flipped = folder.resolve("flipped");
    for (int at = 0; at < whole.length; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= (byte) (1 << (at % 8));
      Files.write(flipped, bytes);
      assertThatThrownBy(() -> ModelFile.read(flipped))
          .as("flipped at %d of %d", at, whole.length)
          .isInstanceOf(ModelFileException.class);
    }
  }

  @Test
  void refusesForeignFiles() throws IOException {
    Path foreign = folder.resolve("foreign");
    Files.writeString(foreign, "some text that is long enough to be anything at all".repeat(9));
    assertThatThrownBy(() -> ModelFile.read(foreign)).hasMessageContaining("no model file");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write(new byte[200]);
    }
    assertThatThrownBy(() -> ModelFile.read(foreign))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("cut off, or no model file");
    assertThatThrownBy(() -> ModelFile.read(folder.resolve("missing")))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("There is no model file");
    assertThatThrownBy(() -> ModelFile.read(folder)).isInstanceOf(ModelFileException.class);
  }

  @Test
  void refusesOtherVersions() throws IOException {
    byte[] json = DescriptionJson.write(model(1));
    String later =
        new String(json, StandardCharsets.UTF_8).replace("\"version\" : 1", "\"version\" : 2");
    assertThatThrownBy(() -> DescriptionJson.parse(later.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessage("its format has version 2, this version of Espalier reads 1");
  }

  @Test
  void failedWriteLeavesTheOldFile() throws IOException {
    Path file = written(model(1));
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    },
                    channel -> {}))
        .hasMessage("disk full");
    assertSame(ModelFile.read(file), model(1));
    leavesNothingButTheFile();
    Path nowhere = folder.resolve("nothing/model");
    assertThatThrownBy(() -> ModelFile.write(nowhere, model(1)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("there is no folder");
  }

  /** Byte for byte what {@code numpy.save} writes for {@code numpy.array([[1, 2]], "<f4")}. */
  @Test
  void writesNumPysFormat() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyFormat.write(new SavedArray(List.of(1, 2), new float[] {1, 2}), out);
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";
    ByteBuffer expected = ByteBuffer.allocate(128 + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    expected.put((byte) 0).putShort((short) 118);
    expected.put(
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
    expected.putFloat(1).putFloat(2);
    assertThat(out.toByteArray()).isEqualTo(expected.array());
    assertThat(NpyFormat.read(new ByteArrayInputStream(out.toByteArray())).values())
        .containsExactly(1, 2);
  }
}
