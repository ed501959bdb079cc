package dev.espalier.runtime.data.sound;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.DataFile;
import dev.espalier.runtime.data.file.FileListing;
import dev.espalier.runtime.data.file.FileSource;
import dev.espalier.runtime.data.file.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A folder of wav files, which may lie inside a zip archive; files whose names don't end in {@code
 * .wav} are passed over. A folder without any is an error.
 */
public final class SoundFolder {
  private SoundFolder() {}

  /** All recordings in a folder or zip archive, those in folders within included. */
  public static FileSource<SoundFile> of(Path root) {
    return of(root, "");
  }

  /**
   * All recordings below a folder of a folder or zip archive.
   *
   * @param folder a path within the root, such as {@code recordings}
   */
  public static FileSource<SoundFile> of(Path root, String folder) {
    return FileSource.of(new Listing(new FileTree(root), folder));
  }

  private record Listing(FileTree tree, String folder) implements FileListing<SoundFile> {
    @Override
    public String name() {
      return tree.name();
    }

    @Override
    public <R> R read(Function<List<SoundFile>, R> reader) {
      return tree.read(folder, files -> reader.apply(sounds(files)));
    }

    private List<SoundFile> sounds(List<DataFile> files) {
      List<SoundFile> sounds =
          files.stream()
              .filter(file -> file.name().toLowerCase(Locale.ROOT).endsWith(".wav"))
              .map(SoundFile::new)
              .toList();
      if (sounds.isEmpty()) {
        throw new DataException(
            "%s: found no recording%s among %d files, expected names ending in .wav"
                .formatted(
                    tree.name(), folder.isEmpty() ? "" : " in `" + folder + "`", files.size()));
      }
      return sounds;
    }
  }
}
