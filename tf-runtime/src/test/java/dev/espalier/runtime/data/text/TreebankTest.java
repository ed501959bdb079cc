package dev.espalier.runtime.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.RealData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreebankTest {
  @TempDir private Path folder;

  private List<Sentence> read(String text) throws IOException {
    Path file = folder.resolve("a.conllu");
    Files.write(file, text.replace(' ', '\t').getBytes(StandardCharsets.UTF_8));
    return read(Treebank.of(file));
  }

  private static List<Sentence> read(Treebank bank) {
    List<Sentence> sentences = new ArrayList<>();
    bank.<Sentence>map(s -> s).read(sentences::add);
    return sentences;
  }

  @Test
  void rangesAndEmptyNodesAreNoWords() throws IOException {
    List<Sentence> sentences =
        read(
            "\uFEFF#\u00a0sent_id=s1\r\n1-2 it's _ _ _ _ _ _ _ _\r\n1 it it PRON P N=1 2 nsubj _ _\r\n"
                + "2 's be AUX _ _ 0 root _ _\r\n2.1 x x VERB _ _ _ _ _ _\r\n\r\n\n"
                + "1 größe _ X _ _ _ _ _ _");
    assertThat(sentences).hasSize(2);
    Sentence first = sentences.get(0);
    assertThat(first.forms()).containsExactly("it", "'s");
    assertThat(first.heads()).containsExactly(2, 0);
    assertThat(first.deprels()).containsExactly("nsubj", "root");
    assertThat(first.words().get(0))
        .isEqualTo(new Word("it", "it", "PRON", "P", "N=1", 2, "nsubj"));
    assertThat(sentences.get(1).forms()).containsExactly("größe");
    assertThat(sentences.get(1).heads()).containsExactly(-1);
  }

  @Test
  void mistakesAreNamedWithTheirLine() {
    String good = "1 a a X _ _ 0 root _ _\n";
    refused("1 a a\n", "line 1: found 3 columns, expected 10, separated by tabs");
    refused(good + good, "line 2: found word number \"1\", expected 2");
    refused(good + "\n1 a a X _ _ z root _ _", "line 3: found head \"z\", expected the number");
    refused(good + "\n1 a a X _ _ 2 root _ _", "line 3, word 1: found head 2, expected at most 1");
    refused("1 a a X _ _ 1 root _ _", "word 1: found head 1, expected at most 1 and not the word");
    refused("\n\n# text\n\n" + good, "line 3: found a sentence without words");
    refused("1  a X _ _ 0 root _ _\n", "line 1: found nothing in column 2");
  }

  private void refused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("a.conllu, ")
        .hasMessageContaining(message);
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws IOException {
    Path file = Files.write(folder.resolve("b.conllu"), new byte[] {'\n', (byte) 0xFF, '\n'});
    assertThatThrownBy(() -> read(Treebank.of(file)))
        .hasMessage("b.conllu, line 2: found bytes that are not UTF-8, expected text");
  }

  @Test
  void realSentences() {
    Path zip = RealData.file("ud-lines.zip");
    List<Sentence> train = read(Treebank.of(zip, "en_lines-ud-train.conllu"));
    assertThat(train).hasSizeGreaterThan(3000);
    assertThat(train.get(0).forms()).containsExactly("Show", "All");
    assertThat(train.get(0).upos()).containsExactly("VERB", "PRON");
    assertThat(train.get(0).comment("text")).contains("Show All");
    assertThatThrownBy(() -> read(Treebank.of(zip, "de.conllu")))
        .hasMessageStartingWith(
            "ud-lines.zip: found 0 files named de.conllu, expected one; there are: ");
  }
}
