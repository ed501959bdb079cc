package dev.espalier.runtime.data.text;

/**
 * A word of a {@link Sentence}, as it stands in the columns of CoNLL-U; {@code _} is unspecified.
 *
 * @param form as it is written
 * @param lemma its dictionary form
 * @param upos universal part-of-speech tag
 * @param xpos the language's own tag
 * @param feats features such as {@code Number=Sing|Person=3}
 * @param head the number of the word it depends on, counted from 1; 0 for the root, -1 for none
 * @param deprel its relation to the head
 */
public record Word(
    String form, String lemma, String upos, String xpos, String feats, int head, String deprel) {}
