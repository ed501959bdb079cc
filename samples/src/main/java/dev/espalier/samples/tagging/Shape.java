package dev.espalier.samples.tagging;

/** What a word looks like. */
public enum Shape {
  LOWER,
  CAPITALIZED,
  CAPITALS,
  DIGITS,
  OTHER;

  /** The shape of a word. */
  static Shape of(String form) {
    if (form.chars().anyMatch(Character::isDigit)) {
      return DIGITS;
    }
    if (form.chars().noneMatch(Character::isLetter)) {
      return OTHER;
    }
    if (!Character.isUpperCase(form.charAt(0))) {
      return LOWER;
    }
    return form.chars().anyMatch(Character::isLowerCase) ? CAPITALIZED : CAPITALS;
  }
}
