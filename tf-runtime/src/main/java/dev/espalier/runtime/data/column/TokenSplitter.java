package dev.espalier.runtime.data.column;

import dev.espalier.dsl.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits texts to tokens, as {@link Tokenizer} says. */
final class TokenSplitter {
  private static final Pattern SPACE = Pattern.compile("(?U)\\s+");

  /** Letters, marks and digits, with an apostrophe or hyphen between them; else one character. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019-][\\p{L}\\p{M}\\p{N}]+)*|(?U)[^\\s]");

  private TokenSplitter() {}

  static List<String> split(String text, Tokenizer tokenizer) {
    return switch (tokenizer) {
      case WHITESPACE -> SPACE.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
      case WORDS ->
          WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
      case CHARACTERS -> text.codePoints().mapToObj(Character::toString).toList();
    };
  }
}
