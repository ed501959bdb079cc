package dev.espalier.runtime.data.file;

import dev.espalier.runtime.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A folder, or a zip archive, as a place of files.
 *
 * <p>Hidden files (a name that begins with a point, {@code __MACOSX}) are no part of it. Files are
 * in the order of their paths. Where all files lie in one folder, as in the archives that code
 * hosts give out, a path may leave that folder out.
 *
 * @param root the folder or archive
 */
public record FileTree(Path root) {

  /** How messages call it. */
  public String name() {
    return String.valueOf(root.toAbsolutePath().normalize().getFileName());
  }

  /**
   * What a reader makes of the files under a folder, those in folders within included.
   *
   * @param folder a path within this tree, empty for all files
   * @param reader gets the files in order; they can be read until it returns
   * @throws DataException when there is nothing at the root, or the archive is broken
   */
  public <R> R read(String folder, Function<List<DataFile>, R> reader) {
    try (OpenTree tree = open()) {
      List<String> visible = tree.paths().stream().filter(FileTree::isVisible).sorted().toList();
      List<String> below = below(visible, prefix("", folder));
      if (below.isEmpty()) {
        below = below(visible, prefix(onlyRoot(visible), folder));
      }
      return reader.apply(below.stream().map(path -> new DataFile(tree, path)).toList());
    } catch (IOException | UncheckedIOException e) {
      throw new DataException(name() + ": could not be read: " + e.getMessage(), e);
    }
  }

  private OpenTree open() throws IOException {
    if (Files.isDirectory(root)) {
      return new OpenTree.Folder(root);
    }
    if (!Files.exists(root)) {
      throw new DataException(
          "%s: found nothing at %s, expected a folder or a zip archive"
              .formatted(name(), root.toAbsolutePath()));
    }
    try {
      return new OpenTree.Zip(name(), new ZipFile(root.toFile()));
    } catch (ZipException e) {
      throw new DataException(
          "%s: found a file that is no zip archive or a broken one (%s), expected a folder or a zip archive with names in UTF-8"
              .formatted(name(), e.getMessage()),
          e);
    }
  }

  private static boolean isVisible(String path) {
    return !path.startsWith(".") && !path.contains("/.") && !path.startsWith("__MACOSX/");
  }

  private static List<String> below(List<String> paths, String prefix) {
    return paths.stream().filter(path -> path.startsWith(prefix)).toList();
  }

  /** The folder that all files lie in, with its slash; empty when there is none. */
  private static String onlyRoot(List<String> paths) {
    if (paths.isEmpty()) {
      return "";
    }
    String first = paths.get(0).substring(0, paths.get(0).indexOf('/') + 1);
    return paths.stream().allMatch(path -> path.startsWith(first)) ? first : "";
  }

  private static String prefix(String root, String folder) {
    return folder.isEmpty() || folder.endsWith("/") ? root + folder : root + folder + "/";
  }
}
