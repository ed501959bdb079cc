package dev.espalier.runtime.data.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sentence of a treebank; it has at least one word.
 *
 * @param words its syntactic words, in order
 * @param comments the lines before it that begin with {@code #}, without that
 */
public record Sentence(List<Word> words, List<String> comments) {

  /** Copies the lists. */
  public Sentence {
    words = List.copyOf(words);
    comments = List.copyOf(comments);
  }

  /** What a comment {@code # key = value} says. */
  public Optional<String> comment(String key) {
    return comments.stream()
        .map(comment -> comment.split("=", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
        .map(parts -> parts[1].strip())
        .findFirst();
  }

  /** The words as they are written. */
  public String[] forms() {
    return each(Word::form);
  }

  /** Dictionary forms. */
  public String[] lemmas() {
    return each(Word::lemma);
  }

  /** Universal part-of-speech tags. */
  public String[] upos() {
    return each(Word::upos);
  }

  /** The language's own tags. */
  public String[] xpos() {
    return each(Word::xpos);
  }

  /** Features. */
  public String[] feats() {
    return each(Word::feats);
  }

  /** Relations to the heads. */
  public String[] deprels() {
    return each(Word::deprel);
  }

  /** Numbers of the heads, counted from 1; 0 for the root, -1 for none. */
  public int[] heads() {
    return words.stream().mapToInt(Word::head).toArray();
  }

  private String[] each(Function<Word, String> part) {
    return words.stream().map(part).toArray(String[]::new);
  }
}
