package dev.espalier.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data class of models with names that are alike, and with several constructors. */
class ConstantsTest {
  @TempDir Path folder;

  private String data(String source) {
    return generated(source, "MData.java");
  }

  private String generated(String source, String file) {
    Build.Result result =
        Build.javac(folder).run(Map.of("M.java", "import dev.espalier.dsl.*;\n" + source));
    assertThat(result.errors()).isEmpty();
    return result.generated().get(file);
  }

  private static List<String> names(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void namesThatDifferInCaseAloneGiveDifferentConstants() {
    String text =
        data(
            """
            @SharedTrunk({4}) record M(
                @Numeric float x,
                @TaskHead FooBar a,
                @TaskHead Foo_Bar A,
                @TaskHead FooBar fooBar2,
                @TaskHead FooBar foo_bar2) {}
            enum FooBar { P, Q }
            enum Foo_Bar { R, S }
            """);
    assertThat(names(text, "\\w+_CLASSES\\d*(?= =)"))
        .containsExactly("A_CLASSES", "A_CLASSES2", "FOO_BAR2_CLASSES", "FOO_BAR2_CLASSES2");
    assertThat(names(text, "\\w+_TEXTS\\d*(?= =)"))
        .containsExactly("FOO_BAR_TEXTS", "FOO_BAR_TEXTS2");
    assertThat(names(text, "(?<=ClassPrediction.of\\()\\w+"))
        .containsExactly("A_CLASSES", "A_CLASSES2", "FOO_BAR2_CLASSES", "FOO_BAR2_CLASSES2");
    assertThat(names(text, "(?<=cells.constant\\(\\d, )\\w+"))
        .containsExactly("FOO_BAR_TEXTS", "FOO_BAR_TEXTS2", "FOO_BAR_TEXTS", "FOO_BAR_TEXTS");
  }

  @Test
  void aConstructorThatTakesTheComponentsIsFoundBesideALongerOne() {
    String text =
        data(
            """
            @SharedTrunk({4}) class M {
              @Numeric final float x;
              @TaskHead final boolean y;
              M(float x, boolean y) { this(x, y, 1); }
              M(float x, boolean y, int more) { this.x = x; this.y = y; }
            }
            """);
    assertThat(text).contains("csv(").contains("return new M(");
  }

  @Test
  void manyClassesAreCountedAndNotWritten() {
    String text =
        data(
            """
            @SharedTrunk({4}) record M(
                @Numeric float x, @TaskHead(classes = 4000) int a, @TaskHead(classes = 3) int b) {}
            """);
    assertThat(text)
        .contains("IntStream.range(0, 4000).mapToObj(Integer::toString).toList()")
        .contains("List.of(\"0\", \"1\", \"2\")");
  }

  @Test
  void listsLongerThanAMethodHoldsAreMadeInParts() {
    String units = "4, ".repeat(330);
    String graph =
        generated(
            "@SharedTrunk({" + units + "}) record M(@Numeric float x, @TaskHead boolean y) {}",
            "MGraph.java");
    // A kernel and a bias of each layer and of the head.
    assertThat(names(graph, "Parameter\\.(kernel|constant)\\(")).hasSize(2 * 331);
    assertThat(List.of(graph.split("List<ModelInfo.Parameter> parameters")))
        .hasSize(5)
        .allSatisfy(
            part ->
                assertThat(names(part, "Parameter\\.(kernel|constant)\\(")).hasSizeBetween(0, 200));
    assertThat(graph)
        .contains("Stream.of(parameters0(), parameters1(), parameters2(), parameters3())");
  }
}
