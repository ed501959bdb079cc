package dev.espalier.samples.data;

import dev.espalier.runtime.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes a zip archive of members of another.
 *
 * @param members names of the members that are taken; the first group is the name they get
 * @param expected how many of the new names begin in which way
 */
record ZipRepack(Pattern members, SortedMap<String, Integer> expected) {
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** A file in an archive. */
  record Member(String name, byte[] content) {}

  /** What becomes of a member. */
  interface Change {
    Member of(Member member) throws IOException;
  }

  /** Takes members as they are. */
  void write(Path archive, OutputStream file) throws IOException {
    write(archive, file, member -> member);
  }

  /**
   * Writes the new archive.
   *
   * @throws DataException when there are not as many members as expected
   */
  void write(Path archive, OutputStream file, Change change) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile from = new ZipFile(archive.toFile());
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        Matcher name = members.matcher(entry.getName());
        if (name.matches()) {
          Member member = change.of(new Member(name.group(1), read(from, entry)));
          write(member, to);
          names.add(member.name());
        }
      }
    }
    check(names);
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(content);
      if (sum.getValue() != entry.getCrc()) {
        throw new ZipException("wrong checksum of " + entry.getName());
      }
      return content;
    }
  }

  private static void write(Member member, ZipOutputStream zip) throws IOException {
    ZipEntry entry = new ZipEntry(member.name());
    // One date for all: what is made of equal archives is equal.
    entry.setTimeLocal(EARLIEST);
    zip.putNextEntry(entry);
    zip.write(member.content());
    zip.closeEntry();
  }

  private void check(List<String> names) {
    expected.forEach(
        (start, count) -> {
          long found = names.stream().filter(name -> name.startsWith(start)).count();
          if (found != count) {
            throw new DataException(
                String.format(
                    Locale.ROOT,
                    "found %,d of the files `%s` in the archive, expected %,d",
                    found,
                    start.endsWith("/") ? start + "*" : start,
                    count));
          }
        });
  }
}
