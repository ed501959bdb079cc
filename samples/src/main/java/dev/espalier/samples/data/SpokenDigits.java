package dev.espalier.samples.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The Free Spoken Digit Dataset: {@code recordings/{digit}_{speaker}_{number}.wav}.
 *
 * <p>Of the archive of its branch at a code host only recordings and the {@code README.md} are
 * taken, which says the licence, and without the folder {@code free-spoken-digit-dataset-master}.
 *
 * @param address the archive
 * @param recordings how many there are
 */
public record SpokenDigits(URI address, int recordings) implements DataSet {
  private static final Pattern RECORDINGS =
      Pattern.compile("[^/]+/(README\\.md|recordings/[^/]+\\.wav)");

  /** The data set as it is published. */
  public SpokenDigits() {
    this(
        URI.create(
            "https://github.com/Jakobovski/free-spoken-digit-dataset/archive/refs/heads/master.zip"),
        3_000);
  }

  @Override
  public String file() {
    return "fsdd.zip";
  }

  @Override
  public Source source() {
    return new Source(
        "Free Spoken Digit Dataset",
        address,
        17,
        "CC BY-SA 4.0",
        "Z. Jackson and others, Free Spoken Digit Dataset,"
            + " https://github.com/Jakobovski/free-spoken-digit-dataset",
        "It is the folder `recordings` of the Free Spoken Digit Dataset,"
            + " https://github.com/Jakobovski/free-spoken-digit-dataset: zip that and give the"
            + " archive this name.");
  }

  @Override
  public void repack(Path archive, OutputStream file) throws IOException {
    new ZipRepack(RECORDINGS, new TreeMap<>(Map.of("recordings/", recordings)))
        .write(archive, file);
  }
}
