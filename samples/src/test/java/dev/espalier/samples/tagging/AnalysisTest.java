package dev.espalier.samples.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.text.Sentence;
import dev.espalier.runtime.data.text.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {

  @Test
  void aSentenceIsReadWordByWord() {
    Analysis analysis =
        Analysis.of(
            new Sentence(
                List.of(
                    new Word("Who", "who", "PRON", "WP", "_", 2, "nsubj:pass"),
                    new Word("asked", "ask", "VERB", "VBD", "_", 0, "root"),
                    new Word("NATO", "NATO", "PROPN", "NNP", "_", 2, "obj"),
                    new Word("in", "in", "ADP", "IN", "_", 5, "case"),
                    new Word("1952", "1952", "NUM", "CD", "_", 2, "obl:tmod"),
                    new Word("?", "?", "PUNCT", ".", "_", 2, "punct")),
                List.of()));
    assertThat(analysis.words()).containsExactly("who", "asked", "nato", "in", "1952", "?");
    assertThat(analysis.endings()).containsExactly("who", "ked", "ato", "in", "952", "?");
    assertThat(analysis.shapes())
        .containsExactly(
            Shape.CAPITALIZED, Shape.LOWER, Shape.CAPITALS, Shape.LOWER, Shape.DIGITS, Shape.OTHER);
    assertThat(analysis.tag())
        .containsExactly(
            WordClass.PRON,
            WordClass.VERB,
            WordClass.PROPN,
            WordClass.ADP,
            WordClass.NUM,
            WordClass.PUNCT);
    assertThat(analysis.relation())
        .containsExactly(
            Relation.NSUBJ,
            Relation.ROOT,
            Relation.OBJ,
            Relation.CASE,
            Relation.OBL,
            Relation.PUNCT);
  }
}
