package dev.espalier.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that come with the language, as users bring them in: from class files. */
class LibraryNetworksTest {
  @TempDir Path folder;

  private static String model(String network) {
    return """
        import dev.espalier.dsl.*;
        import dev.espalier.dsl.net.*;

        @SharedTrunk(network = Picture.Trunk.class)
        public record Picture(@Numeric(length = 150_528) float[] pixels, @TaskHead(classes = 1000) int kind) {
          interface Trunk {
            @Reshape({224, 224, 3}) Tensor picture(Tensor in);
            @Block(network = %s.class) Tensor out(Tensor picture);
          }
        }
        """
        .formatted(network);
  }

  /** Counts as published, of weights and biases alone. */
  @ParameterizedTest
  @CsvSource({
    "ResNet18, '11,689,512'",
    "ResNet34, '21,797,672'",
    "ResNet50, '25,557,032'",
    "Vgg11, '132,863,336'",
    "Vgg16, '138,357,544'"
  })
  void haveThePublishedNumberOfParameters(String network, String parameters) {
    for (Build build : List.of(Build.javac(folder), Build.eclipse(folder))) {
      assertThat(trainer(build, model(network))).contains("<p>" + parameters + " parameters, ");
    }
  }

  /** As usual for small pictures: a stem that keeps their size. */
  @Test
  void areChangedWhereALayerIsRedeclared() {
    String small =
        """
        import dev.espalier.dsl.*;
        import dev.espalier.dsl.net.*;

        @SharedTrunk(network = Picture.Small.class)
        public record Picture(@Numeric(length = 3072) float[] pixels, @TaskHead(classes = 10) int kind) {
          interface Small extends ResNet18 {
            @Reshape({32, 32, 3}) Tensor picture(Tensor in);
            @Conv2D(filters = 64) @BatchNorm @Relu Tensor stem(Tensor picture);
            @Concat Tensor pooled(Tensor stem);
          }
        }
        """;
    assertThat(trainer(Build.javac(folder), small)).contains("<p>11,173,962 parameters, ");
  }

  @Test
  void lendTheirBlocks() {
    String own =
        """
        import dev.espalier.dsl.*;
        import dev.espalier.dsl.net.*;

        @SharedTrunk(network = Picture.Trunk.class)
        public record Picture(@Numeric(length = 3072) float[] pixels, @TaskHead(classes = 10) int kind) {
          interface Trunk {
            @Reshape({32, 32, 3}) Tensor picture(Tensor in);
            @Conv2D(filters = 16) @BatchNorm @Relu Tensor stem(Tensor picture);
            @Block(network = ResNet18.Residual.class, units = 32, stride = 2, repeat = 2) Tensor stage1(Tensor stem);
            @Block(network = InvertedResidual.class, units = 24, stride = 2, repeat = 2) Tensor stage2(Tensor stage1);
            @Block(network = VggBlock.Triple.class, units = 16) Tensor stage3(Tensor stage2);
            @GlobalAveragePool Tensor out(Tensor stage3);
          }
        }
        """;
    for (Build build : List.of(Build.javac(folder), Build.eclipse(folder))) {
      assertThat(trainer(build, own).replaceAll(" +", " "))
          .contains("trunk.stage1.0.first [16, 16, 32]")
          .contains("trunk.stage1.1.first [16, 16, 32]")
          .contains("trunk.stage2.1.each [8, 8, 144]")
          .contains("trunk.stage3.third [8, 8, 16]")
          .contains("trunk.stage3.out [4, 4, 16]");
    }
  }

  private static String trainer(Build build, String model) {
    Build.Result result = build.run(Map.of("Picture.java", model));
    assertThat(result.errors()).isEmpty();
    return result.generated().get("PictureTrainer.java");
  }

  /** The language is compiled before its processor, so that its wires are written by hand. */
  @Test
  void haveTheWiresThatTheProcessorWouldWrite() throws IOException {
    Map<String, Set<String>> byHand = new TreeMap<>();
    List<Path> networks = new ArrayList<>();
    for (Path file : files()) {
      if (file.toString().endsWith("Wires.java")) {
        byHand.put("dev/espalier/dsl/net/" + file.getFileName(), lines(Files.readString(file)));
      } else {
        networks.add(file);
      }
    }
    Build.Result result = Build.javac(folder).run(networks);
    assertThat(result.errors()).isEmpty();
    Map<String, Set<String>> generated = new TreeMap<>();
    result.generated().forEach((name, text) -> generated.put(name, lines(text)));
    assertThat(byHand).isNotEmpty().isEqualTo(generated);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("../dsl-annotations/src/main/java/dev/espalier/dsl/net"))) {
      return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
    }
  }

  private static Set<String> lines(String text) {
    return Pattern.compile("\"(.+#.+)\"")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
