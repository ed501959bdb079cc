package dev.espalier.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.EspalierProcessor;
import dev.espalier.processor.balancing.BalancingRoom;
import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.room.Range;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of every balancing method: all are handed over, and numbers have ranges. */
class BalancingRangesTest {
  private static final double MOST = Double.POSITIVE_INFINITY;

  @TempDir Path output;

  static List<BalancingRoom> methods() {
    return Balancings.all();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everySettingIsTakenAndEveryNumberHasARange(BalancingRoom method) throws Exception {
    Class<?> annotation = Class.forName("dev.espalier.dsl." + method.annotation());
    List<Method> members = Arrays.asList(annotation.getDeclaredMethods());
    assertThat(method.settings())
        .containsExactlyInAnyOrderElementsOf(members.stream().map(Method::getName).toList());
    assertThat(method.ranges().stream().map(Range::member).sorted())
        .containsExactlyElementsOf(
            members.stream()
                .filter(member -> member.getReturnType().isPrimitive())
                .map(Method::getName)
                .sorted()
                .toList());
  }

  static Stream<Range> ranges() {
    return methods().stream().flatMap(method -> method.ranges().stream());
  }

  /** Just outside, infinite and no number at all are refused; the bounds that count are taken. */
  @ParameterizedTest
  @MethodSource("ranges")
  void whatIsOutsideIsRefused(Range range) throws IOException {
    String annotation = range.noun().substring(range.noun().indexOf('@'));
    boolean whole = range.member().equals("warmUp");
    double below = range.least() - (range.leastIncluded() ? step(range.least(), whole) : 0);
    double above = range.most() + (range.most() < MOST ? step(range.most(), whole) : 0);
    List<String> wrong = whole ? List.of(literal(below)) : List.of(literal(below), literal(above));
    for (String value : wrong) {
      assertThat(errors(annotation, range.member(), value))
          .as("%s(%s = %s)", annotation, range.member(), value)
          .singleElement()
          .asString()
          .contains("[OutOfRange] " + range.noun() + " is " + range.words());
    }
    if (range.leastIncluded()) {
      assertThat(errors(annotation, range.member(), literal(range.least()))).isEmpty();
    }
  }

  private static double step(double bound, boolean whole) {
    return whole ? 1 : Math.max(0.01, Math.abs(bound) / 10);
  }

  private static String literal(double number) {
    if (Double.isInfinite(number)) {
      return "1 / 0.0";
    }
    return number == Math.rint(number) && Math.abs(number) < 1e6
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private List<String> errors(String annotation, String member, String value) throws IOException {
    Path folder = Files.createTempDirectory(output, "range");
    Path file =
        Files.writeString(
            folder.resolve("M.java"),
            """
            import dev.espalier.dsl.*;
            @SharedTrunk({4}) %s(%s = %s)
            record M(@Numeric float a, @TaskHead boolean b, @TaskHead boolean c) {}
            """
                .formatted(annotation, member, value));
    return Compilers.javac(folder).errors(List.of(file), new EspalierProcessor()).stream()
        .map(Found::toString)
        .toList();
  }
}
