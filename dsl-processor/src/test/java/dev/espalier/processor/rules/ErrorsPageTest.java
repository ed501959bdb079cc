package dev.espalier.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.processor.report.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page {@code docs/errors.md} shows what the compiler says today: a real message for every
 * rule. It is rewritten where {@code ESPALIER_UPDATE_GOLDEN=1} is set.
 */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final boolean UPDATE = "1".equals(System.getenv("ESPALIER_UPDATE_GOLDEN"));

  private static final String INTRODUCTION =
      """
      # Errors

      Every mistake that can be known at compile time is an error then: one message for one mistake, with its
      caret on what you typed. The id in brackets is stable; search for it here. Below each id stands a message
      as the compiler prints it, for a small wrong model: file, line and column, the sentence, the source, and
      help. Rules are looked at in stages, in this order; a stage runs when the stages before it found nothing.
      """;

  @Test
  void pageShowsWhatTheCompilerSays() throws IOException {
    String page = page();
    if (UPDATE) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  private static String page() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Rule rule : Rule.values()) {
      RuleCase example =
          RuleCase.all().stream()
              .filter(each -> each.rule().equals(rule.id()))
              .findFirst()
              .orElseThrow();
      page.append("\n## ").append(rule.id()).append("\n\n```\n");
      page.append(Files.readString(example.expected()).strip());
      page.append("\n```\n");
    }
    return page.toString();
  }
}
