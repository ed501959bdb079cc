package dev.espalier.runtime.data.image;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.DataFile;
import dev.espalier.runtime.data.file.FileListing;
import dev.espalier.runtime.data.file.FileSource;
import dev.espalier.runtime.data.file.FileTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Pictures in one folder and their masks in another, in files of the same names but for the ending;
 * both may lie inside a zip archive.
 *
 * <p>A picture without a mask, a mask without a picture and two files for one are errors.
 */
public final class MaskedFolder {
  private MaskedFolder() {}

  /**
   * The pictures with their masks.
   *
   * @param root a folder or a zip archive
   * @param pictures the pictures' folder within the root
   * @param masks the masks' folder within the root
   */
  public static FileSource<MaskedImageFile> of(Path root, String pictures, String masks) {
    return FileSource.of(new Listing(new FileTree(root), pictures, masks));
  }

  private record Listing(FileTree tree, String pictures, String masks)
      implements FileListing<MaskedImageFile> {
    @Override
    public String name() {
      return tree.name();
    }

    @Override
    public <R> R read(Function<List<MaskedImageFile>, R> reader) {
      return tree.read(
          pictures,
          pictureFiles ->
              tree.read(masks, maskFiles -> reader.apply(pairs(pictureFiles, maskFiles))));
    }

    private List<MaskedImageFile> pairs(List<DataFile> pictureFiles, List<DataFile> maskFiles) {
      Map<String, DataFile> left = byStem(masks, maskFiles);
      List<MaskedImageFile> pairs = new ArrayList<>();
      byStem(pictures, pictureFiles)
          .forEach(
              (stem, picture) -> {
                DataFile mask = left.remove(stem);
                if (mask == null) {
                  throw new DataException(
                      "%s: found no mask for it in `%s`, expected one named `%s`"
                          .formatted(picture, masks, stem));
                }
                pairs.add(new MaskedImageFile(picture, mask));
              });
      if (!left.isEmpty()) {
        DataFile mask = left.values().iterator().next();
        throw new DataException(
            "%s: found no picture for this mask in `%s`, expected one named `%s`"
                .formatted(mask, pictures, left.keySet().iterator().next()));
      }
      return pairs;
    }

    /** By the path below the folder, without its ending. */
    private Map<String, DataFile> byStem(String folder, List<DataFile> files) {
      Map<String, DataFile> byStem = new TreeMap<>();
      for (DataFile file : ImageFolder.pictures(tree, folder, files)) {
        String path = file.path();
        int begin = path.lastIndexOf(folder + "/") + folder.length() + 1;
        String stem = path.substring(folder.isEmpty() ? 0 : begin, path.lastIndexOf('.'));
        DataFile other = byStem.put(stem, file);
        if (other != null) {
          throw new DataException(
              "%s: found %s of the same name, expected one of them".formatted(file, other));
        }
      }
      return byStem;
    }
  }
}
