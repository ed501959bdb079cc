package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Dense;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.optimize.Span;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the guide of optimizing stand here too, where the compiler sees them. */
class OptimizingGuideTest {
  private static final Path GUIDE = Path.of("../docs/optimizing.md");
  private static final List<Path> COMPILED =
      List.of(
          Path.of("src/test/java/dev/espalier/runtime/generated/OptimizingGuideTest.java"),
          Path.of("src/test/java/dev/espalier/runtime/generated/Flat.java"));

  @Test
  void builds() {
    FlatTrainer trainer =
        FlatTrainer.builder()
            .optimizer(Optimizer.lamb(2e-3, 0.01))
            .learningRate(4e-3)
            .rateSchedule(RateSchedule.cosine().warmUp(Span.part(0.05)))
            .rateScale("trunk", 0.5)
            .clipping(Clipping.globalNorm(5))
            .build();
    trainer.close();
    assertThat(new FlatGraph().clipping()).isEqualTo(Clipping.globalNorm(1));
  }

  @Test
  void schedules() {
    List<RateSchedule> all =
        List.of(
            RateSchedule.staircase(0.1, Span.epochs(30)),
            RateSchedule.exponential(0.5, Span.epochs(10)),
            RateSchedule.polynomial(2, 0.01),
            RateSchedule.linear().warmUp(Span.steps(500)),
            RateSchedule.cosine(),
            RateSchedule.cosineRestarts(Span.epochs(10)),
            RateSchedule.oneCycle(),
            RateSchedule.onPlateau(0.1, 3).on(FlatTask.vacant, "auc"));
    RateSchedule own = run -> step -> 1 / Math.sqrt(step);
    RunLength run = new RunLength(2000, 20);
    for (RateSchedule each : all) {
      FlatTrainer.builder().epochs(100).rateSchedule(each).build().close();
      assertThat(each.start(run).factor(1000)).isBetween(0.0, 1.0);
    }
    assertThat(own.start(run).factor(100)).isEqualTo(0.1);
  }

  @Test
  void partsHaveRatesOfTheirOwn() {
    var builder =
        FlatTrainer.builder()
            .rateScale("trunk", 0.1)
            .rateScale("trunk.hidden1", 0)
            .rateScale("tasks.vacant", 2);
    builder.build().close();
    var scheduled =
        FlatTrainer.builder()
            .rateSchedule("trunk", RateSchedule.cosine().warmUp(Span.epochs(1)))
            .rateSchedule("tables", RateSchedule.onPlateau(0.5, 2));
    scheduled.build().close();
  }

  @Test
  void everyExampleIsCompiled() throws IOException {
    StringBuilder compiled = new StringBuilder();
    for (Path source : COMPILED) {
      compiled.append(plain(Files.readString(source)));
    }
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
    int found = 0;
    while (blocks.find()) {
      for (String statement : blocks.group(1).split(";")) {
        assertThat(compiled.toString()).contains(plain(statement));
        found++;
      }
    }
    assertThat(found).isGreaterThan(10);
  }

  /** Without comments and spaces: the guide has other lines. */
  private static String plain(String text) {
    return text.replaceAll("//[^\n]*", "").replaceAll("\\s", "");
  }

  @Test
  void everyOptimizerAndClippingIsListed() throws IOException {
    String guide = Files.readString(GUIDE);
    Stream.of(Optimizer.class, Clipping.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .forEach(
            factory -> {
              String name = factory.getName();
              String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
              String words =
                  factory.getDeclaringClass() == Clipping.class ? "Clipping." + name : "@" + upper;
              assertThat(guide).contains(words);
            });
    ClassFiles.around(Dense.class).stream()
        .map(Class::getSimpleName)
        .filter(name -> name.startsWith("ClipBy"))
        .forEach(name -> assertThat(guide).contains("@" + name));
  }
}
