package dev.espalier.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole text that is generated for a few models. {@code ESPALIER_UPDATE_GOLDEN=1} in the
 * environment rewrites what is expected: read the difference before committing it.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"census", "funnel", "lines", "plant", "sharing", "shop", "telemetry", "variant"})
  void textIsAsExpected(String model) throws IOException {
    Map<String, String> found = generate(Build.javac(folder), model);
    Path expected = GOLDEN.resolve(model).resolve("generated");
    if (isUpdate()) {
      rewrite(expected, found);
    }
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(expected)) {
      texts.put(expected.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    assertThat(found.keySet()).isEqualTo(texts.keySet());
    texts.forEach((name, text) -> assertThat(found.get(name)).as(name).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"census", "funnel", "lines", "plant", "sharing", "shop", "telemetry", "variant"})
  void anotherCompilerAndAnotherTimeMakeNoDifference(String model) throws IOException {
    Map<String, String> first = generate(Build.javac(folder.resolve("first")), model);
    assertThat(generate(Build.javac(folder.resolve("second")), model)).isEqualTo(first);
    assertThat(generate(Build.eclipse(folder.resolve("eclipse")), model)).isEqualTo(first);
  }

  private static Map<String, String> generate(Build build, String model) throws IOException {
    Build.Result result = build.run(files(GOLDEN.resolve(model).resolve("source")));
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated()).isNotEmpty();
    return result.generated();
  }

  private static boolean isUpdate() {
    return "1".equals(System.getenv("ESPALIER_UPDATE_GOLDEN"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static void rewrite(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }
}
