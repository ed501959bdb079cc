package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;

/** Turns of phrase that messages share. */
final class Wording {
  private Wording() {}

  /** With its article: {@code an int}, {@code a String}. */
  static String a(String noun) {
    boolean vowel = "aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0;
    return (vowel ? "an " : "a ") + noun;
  }

  /** As it begins a sentence. */
  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What a component is: {@code `age` is an int}. */
  static String is(Component component) {
    return "`" + component.name() + "` is " + a(component.type().shown());
  }

  /** A number as one writes it: {@code 3}, {@code 1.5}. */
  static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
