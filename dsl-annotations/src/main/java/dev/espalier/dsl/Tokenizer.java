package dev.espalier.dsl;

/** How a text becomes tokens. */
public enum Tokenizer {
  /** At white space; nothing else is changed. */
  WHITESPACE,
  /**
   * Words and numbers in lower case, each punctuation mark by itself; letters of any script, an
   * apostrophe or hyphen inside a word belonging to it.
   */
  WORDS,
  /** Every character, as Unicode counts them, white space included. */
  CHARACTERS
}
