package dev.espalier.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.EspalierProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a model, the processor says where, and does not fail. */
class MutantTest {
  private static final Path MODELS = Path.of("src/test/resources/models");
  private static final int MUTANTS = Integer.getInteger("espalier.mutants", 25);

  @TempDir Path output;

  static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aValidModelHasNoErrors(Path model) {
    assertThat(Compilers.javac(output).errors(List.of(model), new EspalierProcessor())).isEmpty();
    assertThat(Compilers.eclipse(output).errors(List.of(model), new EspalierProcessor())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void noMutantBreaksTheProcessor(Path model) throws IOException {
    String source = Files.readString(model);
    for (long seed : LongStream.range(0, MUTANTS).toArray()) {
      String mutant = new Mutants().mutant(source, seed);
      Path folder = Files.createDirectories(output.resolve("mutant" + seed));
      Path file = Files.writeString(folder.resolve(model.getFileName()), mutant);
      List<Found> errors = Compilers.javac(folder).errors(List.of(file), new EspalierProcessor());
      assertThat(errors)
          .as("mutant %d of %s:%n%s", seed, model.getFileName(), mutant)
          .allSatisfy(
              error -> {
                assertThat(error.message()).doesNotContain("processor failed", "can't be written");
                assertThat(error.source()).isPresent();
                assertThat(error.line()).isPositive();
              });
    }
  }
}
