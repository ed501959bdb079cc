package dev.espalier.runtime.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The constants of an enum and how data spells them: by their {@code @Column} text, or by their
 * name ignoring case and punctuation.
 *
 * @param <T> the enum
 */
public final class EnumTexts<T extends Enum<T>> {
  private final T[] none;
  private final List<String> texts;
  private final Map<String, T> byText = new HashMap<>();
  private final Map<String, T> byName = new HashMap<>();

  private EnumTexts(T[] constants, String[] texts) {
    this.none = Arrays.copyOf(constants, 0);
    this.texts = List.of(texts);
    for (T constant : constants) {
      byText.put(texts[constant.ordinal()], constant);
      byName.putIfAbsent(plain(texts[constant.ordinal()]), constant);
    }
  }

  /** Constants in their order, with a text for each. */
  public static <T extends Enum<T>> EnumTexts<T> of(T[] constants, String... texts) {
    return new EnumTexts<>(constants, texts);
  }

  /** The constant that a text means, if any. */
  public Optional<T> find(String text) {
    T exact = byText.get(text);
    return Optional.ofNullable(exact != null ? exact : byName.get(plain(text)));
  }

  /** An array for constants. */
  public T[] array(int length) {
    return Arrays.copyOf(none, length);
  }

  /** The texts, in the order of the constants. */
  public List<String> texts() {
    return texts;
  }

  /** A name without case and punctuation, as names of components, columns and constants match. */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
