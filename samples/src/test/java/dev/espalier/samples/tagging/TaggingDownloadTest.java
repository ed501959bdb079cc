package dev.espalier.samples.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.Archives;
import dev.espalier.samples.data.Download;
import dev.espalier.samples.data.LinesTreebank;
import dev.espalier.samples.data.LocalServer;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingDownloadTest {
  private static final String ROOT = "UD_English-LinES-master/";
  private static final byte[] SENTENCE =
      Archives.text(
          """
          # text = Who asked?
          1\tWho\twho\tPRON\tWP\t_\t2\tnsubj\t_\t_
          2\tasked\task\tVERB\tVBD\t_\t0\troot\t_\t_
          3\t?\t?\tPUNCT\t.\t_\t2\tpunct\t_\t_

          """);

  @TempDir private Path folder;

  private final Map<String, byte[]> files = new HashMap<>();

  TaggingDownloadTest() {
    files.put(ROOT + "LICENSE.txt", Archives.text("CC BY-NC-SA 4.0"));
    files.put(ROOT + "stats.xml", Archives.text("<treebank/>"));
    files.put(ROOT + "en_lines-ud-train.conllu", SENTENCE);
    files.put(ROOT + "en_lines-ud-dev.conllu", SENTENCE);
    files.put(ROOT + "en_lines-ud-test.conllu", SENTENCE);
  }

  @Test
  void sentencesOfAllPartsAreRead() {
    Splits<Analysis> splits = TaggingSample.splits(download());
    List<Analysis> sentences = new ArrayList<>();
    splits.train().read(sentences::add);
    splits.validation().read(sentences::add);
    splits.test().read(sentences::add);
    assertThat(sentences)
        .hasSize(3)
        .allSatisfy(s -> assertThat(s.words()).containsExactly("who", "asked", "?"));
  }

  @Test
  void aPartThatIsMissingIsNamed() {
    files.remove(ROOT + "en_lines-ud-dev.conllu");
    assertThatThrownBy(this::download)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "found 0 of the files `en_lines-ud-dev.conllu` in the archive, expected 1");
  }

  private Path download() {
    try (LocalServer server = new LocalServer()) {
      LinesTreebank data = new LinesTreebank(server.serve(Archives.zip(files)));
      return new Download(new PrintWriter(Writer.nullWriter())).into(folder, data);
    }
  }
}
