package dev.espalier.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.EspalierProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several mistakes are told in the order of the source, each once. */
class OrderTest {
  @TempDir Path output;

  @Test
  void mistakesOfOneStageAreToldFromTopToBottom() throws IOException {
    Path file =
        Files.writeString(
            output.resolve("Census.java"),
            """
            import dev.espalier.dsl.*;

            @SharedTrunk({8, 0})
            record Census(
                @TaskHead @Huber boolean rich,
                @Numeric String work,
                @TaskHead(classes = 3) float pay,
                @Numeric float[] gains) {}
            """);
    assertThat(
            Compilers.javac(output).errors(List.of(file), new EspalierProcessor()).stream()
                .map(error -> error.line() + " " + error.rule()))
        .containsExactly(
            "3 OutOfRange", "5 LossMisfit", "6 FeatureType", "7 ClassesKnown", "8 LengthMissing");
  }

  @Test
  void aStageIsNotLookedAtAfterMistakesInTheOneBefore() throws IOException {
    Path file =
        Files.writeString(
            output.resolve("Census.java"),
            """
            import dev.espalier.dsl.*;

            @SharedTrunk(network = String.class)
            record Census(
                @Numeric String work, float age, @TaskHead boolean rich, @TaskHead boolean in) {}
            """);
    assertThat(
            Compilers.javac(output).errors(List.of(file), new EspalierProcessor()).stream()
                .map(Found::rule))
        .containsExactly("Unsaid", "ReservedName");
  }
}
