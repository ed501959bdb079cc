package dev.espalier.samples.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The treebank English-LinES of Universal Dependencies: {@code en_lines-ud-train.conllu}, {@code
 * -dev} and {@code -test}.
 *
 * <p>Of the archive of its branch at a code host these and the licence are taken, without the
 * folder {@code UD_English-LinES-master}. The branch holds the latest release, so that sentences
 * are not counted.
 *
 * @param address the archive
 */
public record LinesTreebank(URI address) implements DataSet {
  private static final Pattern FILES =
      Pattern.compile("[^/]+/(en_lines-ud-(?:train|dev|test)\\.conllu|LICENSE\\.txt)");

  /** The data set as it is published. */
  public LinesTreebank() {
    this(
        URI.create(
            "https://github.com/UniversalDependencies/UD_English-LinES/archive/refs/heads/master.zip"));
  }

  @Override
  public String file() {
    return "ud-lines.zip";
  }

  @Override
  public Source source() {
    return new Source(
        "English-LinES of Universal Dependencies",
        address,
        2,
        "CC BY-NC-SA 4.0",
        "L. Ahrenberg, Converting an English-Swedish Parallel Treebank to Universal Dependencies,"
            + " DepLing 2015",
        "It holds en_lines-ud-train.conllu, -dev and -test of Universal Dependencies'"
            + " English-LinES, https://github.com/UniversalDependencies/UD_English-LinES: zip"
            + " these and give the archive this name.");
  }

  @Override
  public void repack(Path archive, OutputStream file) throws IOException {
    Map<String, Integer> expected =
        Map.of(
            "en_lines-ud-train.conllu", 1,
            "en_lines-ud-dev.conllu", 1,
            "en_lines-ud-test.conllu", 1);
    new ZipRepack(FILES, new TreeMap<>(expected)).write(archive, file);
  }
}
