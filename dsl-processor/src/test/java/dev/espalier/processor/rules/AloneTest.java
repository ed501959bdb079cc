package dev.espalier.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.EspalierProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What compilers say by themselves stays alone, and odd models don't bring the processor down. */
class AloneTest {
  @TempDir Path folder;

  private List<String> javac(String source) throws IOException {
    return messages(Compilers.javac(folder.resolve("javac")), source);
  }

  private List<String> eclipse(String source) throws IOException {
    return messages(Compilers.eclipse(folder.resolve("eclipse")), source);
  }

  private List<String> messages(Compilers compilers, String source) throws IOException {
    Path file =
        Files.writeString(folder.resolve("M.java"), "import dev.espalier.dsl.*;\n" + source);
    return compilers.errors(List.of(file), new EspalierProcessor()).stream()
        .map(Found::toString)
        .toList();
  }

  @Test
  void inheritanceInACircleIsTheCompilersToTell() throws IOException {
    String source =
        """
        @SharedTrunk({4}) class M extends N { @Numeric float a; @TaskHead boolean b; }
        class N extends M {}
        """;
    assertThat(javac(source))
        .anyMatch(each -> each.contains("cyclic inheritance"))
        .noneMatch(each -> each.contains("Espalier"));
    assertThat(eclipse(source)).isNotEmpty().noneMatch(each -> each.contains("Espalier"));
  }

  @Test
  void anAnnotationThatFieldsCannotHaveIsTheCompilersToTell() throws IOException {
    String source =
        """
        @SharedTrunk({4}) class M {
          @Numeric float a;
          @Dense(3) @Numeric float c;
          @TaskHead boolean b;
        }
        """;
    assertThat(javac(source)).singleElement().asString().doesNotContain("Misplaced");
    assertThat(eclipse(source)).singleElement().asString().doesNotContain("Misplaced");
  }

  @Test
  void anAnnotationThatNobodyKnowsIsTheCompilersToTell() throws IOException {
    String source =
        """
        @SharedTrunk(network = M.T.class) record M(@%s float a, @TaskHead boolean b) {
          interface T { @%s Tensor wide(Tensor in); @Relu Tensor out(@%s("wide") Tensor x); }
        }
        """;
    for (String wrong :
        List.of(
            source.formatted("Numerical", "Dense(4)", "From"),
            source.formatted("Numeric", "Dens(4)", "From"),
            source.formatted("Numeric", "Dense(4)", "Form"),
            "@Trunk" + source.formatted("Numeric", "Dense(4)", "From").substring(12))) {
      assertThat(javac(wrong)).as(wrong).singleElement().asString().contains("cannot find symbol");
    }
    assertThat(javac(source.formatted("Numeric", "Dense(4)", "From"))).isEmpty();
  }

  @Test
  void aGetterMayLackAnAnnotationOnTheFieldsType() throws IOException {
    String source =
        """
        @SharedTrunk({4}) class M {
          @Numeric private @Nullable Float a;
          @TaskHead boolean b;
          Float getA() { return a; }
        }
        @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
        @interface Nullable {}
        """;
    assertThat(javac(source)).isEmpty();
    assertThat(eclipse(source)).isEmpty();
  }

  @Test
  void aSuperclassMayLeaveTheTypeToItsHeirs() throws IOException {
    String source =
        """
        @SharedTrunk({4}) class M extends B<Float> { @TaskHead boolean b; }
        class B<T> { @Numeric private T a; @Numeric T c; T getA() { return a; } }
        """;
    assertThat(javac(source)).isEmpty();
    assertThat(eclipse(source)).isEmpty();
  }

  @Test
  void aModelTooDeepForTheCompilersStackIsSaidToBe() throws IOException {
    String units = IntStream.range(0, 8_000).mapToObj(i -> "4").collect(Collectors.joining(","));
    String source =
        "@SharedTrunk({" + units + "}) record M(@Numeric float a, @TaskHead boolean b) {}\n";
    assertThat(javac(source)).singleElement().asString().contains("`M` is nested too deeply");
  }
}
