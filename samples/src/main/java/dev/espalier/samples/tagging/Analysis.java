package dev.espalier.samples.tagging;

import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.Lstm;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Tokens;
import dev.espalier.runtime.data.text.Sentence;
import dev.espalier.runtime.data.text.Word;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A sentence whose words are analysed, and a model with two tasks for each word: its part of
 * speech, and its relation to the word it depends on.
 *
 * <p>The vocabularies leave out what occurs only once in the training set, so that the row of
 * unknown words learns what such words are like; endings and shapes tell more of them.
 *
 * @param words in lower case
 * @param endings last three letters of each word
 * @param shapes what each word looks like
 * @param tag part of speech of each word
 * @param relation what each word is to the one it depends on
 */
@SharedTrunk(network = Analysis.Reader.class)
public record Analysis(
    @Tokens(length = Analysis.LENGTH, vocabulary = 3_600, dimension = 64) String[] words,
    @Tokens(along = "words", vocabulary = 1_200, dimension = 32) String[] endings,
    @Tokens(along = "words", dimension = 8) Shape[] shapes,
    @TaskHead(along = "words") WordClass[] tag,
    @TaskHead(along = "words") Relation[] relation) {

  /** Words that are read of a sentence; of the treebank's 5,696 sentences 11 are longer. */
  static final int LENGTH = 80;

  /** The analysis that a treebank has. */
  static Analysis of(Sentence sentence) {
    return new Analysis(
        each(sentence, String[]::new, word -> word.form().toLowerCase(Locale.ROOT)),
        each(sentence, String[]::new, word -> ending(word.form().toLowerCase(Locale.ROOT))),
        each(sentence, Shape[]::new, word -> Shape.of(word.form())),
        each(sentence, WordClass[]::new, word -> WordClass.valueOf(word.upos())),
        each(sentence, Relation[]::new, word -> Relation.of(word.deprel())));
  }

  private static <T> T[] each(Sentence sentence, IntFunction<T[]> array, Function<Word, T> value) {
    return sentence.words().stream().map(value).toArray(array);
  }

  private static String ending(String word) {
    return word.substring(Math.max(0, word.length() - 3));
  }

  /** Two memories, one above the other, that read the sentence from both ends. */
  interface Reader {
    @Dropout(0.3)
    Tensor blurred(Tensor in);

    @Lstm(units = 96, bidirectional = true)
    @Dropout(0.3)
    Tensor phrases(Tensor blurred);

    @Lstm(units = 96, bidirectional = true)
    @Dropout(0.3)
    Tensor out(Tensor phrases);
  }
}
