package dev.espalier.runtime.data.image;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.DataFile;
import dev.espalier.runtime.data.file.FileListing;
import dev.espalier.runtime.data.file.FileSource;
import dev.espalier.runtime.data.file.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * A folder of pictures, usually one folder a class; it may lie inside a zip archive.
 *
 * <p>Files named {@code .jpg}, {@code .jpeg}, {@code .png}, {@code .gif} and {@code .bmp} are
 * pictures, others are passed over. A folder without any is an error.
 */
public final class ImageFolder {
  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

  private ImageFolder() {}

  /** All pictures in a folder or zip archive, those in folders within included. */
  public static FileSource<ImageFile> of(Path root) {
    return of(root, "");
  }

  /**
   * All pictures below a folder of a folder or zip archive.
   *
   * @param folder a path within the root, such as {@code train}
   */
  public static FileSource<ImageFile> of(Path root, String folder) {
    return FileSource.of(new Listing(new FileTree(root), folder));
  }

  static List<DataFile> pictures(FileTree tree, String folder, List<DataFile> files) {
    List<DataFile> pictures = files.stream().filter(ImageFolder::isPicture).toList();
    if (pictures.isEmpty()) {
      throw new DataException(
          "%s: found no picture%s among %d files, expected names ending in .jpg, .jpeg, .png, .gif or .bmp"
              .formatted(
                  tree.name(), folder.isEmpty() ? "" : " in `" + folder + "`", files.size()));
    }
    return pictures;
  }

  private static boolean isPicture(DataFile file) {
    String name = file.name();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private record Listing(FileTree tree, String folder) implements FileListing<ImageFile> {
    @Override
    public String name() {
      return tree.name();
    }

    @Override
    public <R> R read(Function<List<ImageFile>, R> reader) {
      return tree.read(
          folder,
          files ->
              reader.apply(pictures(tree, folder, files).stream().map(ImageFile::new).toList()));
    }
  }
}
