package dev.espalier.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.EspalierProcessor;
import dev.espalier.processor.report.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule, by the whole message with line and column: one mistake gives one error. Expected
 * texts are rewritten where {@code ESPALIER_UPDATE_GOLDEN=1} is set.
 */
class RuleTest {
  private static final boolean UPDATE = "1".equals(System.getenv("ESPALIER_UPDATE_GOLDEN"));

  @TempDir Path output;

  static List<RuleCase> cases() {
    return RuleCase.all();
  }

  /**
   * Eclipse's compiler calls no processor where record components alone have annotations, so that a
   * record without a sharing annotation goes unseen there.
   */
  static List<RuleCase> casesForEclipse() {
    return RuleCase.all().stream()
        .filter(wrong -> !wrong.toString().equals("NotAModel/record"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void oneMistakeIsOneErrorAtItsPlace(RuleCase wrong) throws IOException {
    List<Found> errors = errors(Compilers.javac(output), wrong);
    String text = Golden.text(wrong.folder(), errors);
    if (UPDATE) {
      Files.writeString(wrong.expected(), text);
    }
    assertThat(wrong.expected()).hasContent(text);
    assertThat(errors).extracting(Found::rule).containsExactly(wrong.rule());
    assertThat(errors.get(0).source()).as("a place in the source").isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesForEclipse")
  void eclipseSaysTheSame(RuleCase wrong) {
    assertThat(errors(Compilers.eclipse(output), wrong))
        .extracting(Found::rule)
        .containsExactly(wrong.rule());
  }

  @Test
  void everyRuleHasCases() {
    assertThat(RuleCase.rules())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::id).toList());
  }

  private static List<Found> errors(Compilers compilers, RuleCase wrong) {
    if (!wrong.library().isEmpty()) {
      compilers.library(wrong.library());
    }
    return compilers.errors(wrong.sources(), new EspalierProcessor());
  }
}
