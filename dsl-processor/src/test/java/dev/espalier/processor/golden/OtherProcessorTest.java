package dev.espalier.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that names a type which another processor makes. */
class OtherProcessorTest {
  private static final String MODEL =
      """
      package shop;

      import dev.espalier.dsl.*;

      @SharedTrunk({4})
      public record Shop(
          @Categorical Colour colour, @Numeric float price, @TaskHead Colour next) {}
      """;

  private static final String COLOUR =
      """
      package shop;

      public enum Colour {
        RED,
        @dev.espalier.dsl.Column("light green") GREEN
      }
      """;

  @TempDir Path folder;

  /** Makes a type in its first round, or only one that nobody needs. */
  private static final class Maker extends AbstractProcessor {
    private final String name;
    private final String text;
    private boolean done;

    Maker(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer file = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          file.write(text);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  private Map<String, String> expected() {
    Build.Result result =
        Build.javac(folder.resolve("both"))
            .run(Map.of("shop/Shop.java", MODEL, "shop/Colour.java", COLOUR));
    assertThat(result.errors()).isEmpty();
    return result.generated();
  }

  @Test
  void javacModelWaitsForIt() {
    Build.Result result =
        Build.javac(folder.resolve("one"))
            .with(new Maker("shop.Colour", COLOUR))
            .run(Map.of("shop/Shop.java", MODEL));
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated()).containsAllEntriesOf(expected()).containsKey("shop/Colour.java");
  }

  @Test
  void eclipseModelWaitsForIt() {
    Build.Result result =
        Build.eclipse(folder.resolve("one"))
            .with(new Maker("shop.Colour", COLOUR))
            .run(Map.of("shop/Shop.java", MODEL));
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated()).containsAllEntriesOf(expected());
  }

  @Test
  void typeThatNobodyMakesIsTheCompilersError() {
    Build.Result result = withoutColour(Map.of("shop/Shop.java", MODEL));
    assertThat(result.errors()).isNotEmpty().allMatch(error -> error.contains("Colour"));
    // The compiler would warn of each file that comes in the last round.
    assertThat(result.generated()).containsOnlyKeys("shop/Other.java");
  }

  @Test
  void whatCodeNamesIsThereAllTheSame() {
    String main = "package shop; class Main { Object made() { return ShopTrainer.create(); } }";
    Build.Result result = withoutColour(Map.of("shop/Shop.java", MODEL, "shop/Main.java", main));
    assertThat(result.errors()).isNotEmpty().allMatch(error -> error.contains("Colour"));
    assertThat(result.generated()).containsKeys("shop/ShopTrainer.java", "shop/ShopData.java");
  }

  private Build.Result withoutColour(Map<String, String> sources) {
    return Build.javac(folder.resolve("one"))
        .with(new Maker("shop.Other", "package shop; class Other {}"))
        .run(sources);
  }
}
