package dev.espalier.samples.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.train.ModelAverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the guide stand here too, where the compiler sees them. */
class ScalingGuideTest {
  private static final Path GUIDE = Path.of("../docs/scaling.md");
  private static final Path HERE = Path.of("src/test/java/dev/espalier/samples/scaling");

  static VisitTrainer parted() {
    return VisitTrainer.builder().batchSize(64).accumulate(16).build();
  }

  static VisitTrainer half() {
    return VisitTrainer.builder().precision(Precision.BFLOAT16).build();
  }

  static VisitTrainer averaged() {
    return VisitTrainer.builder().averageWeights(Averaging.exponential(0.999)).build();
  }

  static void soup() {
    ModelAverage.write(
        Path.of("average.espalier"),
        List.of(Path.of("epoch8.espalier"), Path.of("epoch9.espalier")));
  }

  @Test
  void optionsOfTheGuideAreAccepted() {
    parted().close();
    half().close();
    averaged().close();
    VisitTrainer.builder().averageWeights(Averaging.fromEpoch(6)).build().close();
  }

  @Test
  void everyExampleOfTheGuideIsCompiled() throws IOException {
    String compiled =
        plain(Files.readString(HERE.resolve("ScalingGuideTest.java")))
            + plain(Files.readString(HERE.resolve("Visit.java")));
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
    int found = 0;
    while (blocks.find()) {
      assertThat(compiled).contains(plain(blocks.group(1)));
      found++;
    }
    assertThat(found).isEqualTo(5);
  }

  /** Without spaces: the guide has longer lines. */
  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }
}
