package dev.espalier.runtime.data.file;

import dev.espalier.runtime.DataException;
import java.io.IOException;

/**
 * A file of a folder or of a zip archive. It can be read while its data set is being read, not
 * afterwards.
 */
public final class DataFile {
  private final OpenTree tree;
  private final String path;

  DataFile(OpenTree tree, String path) {
    this.tree = tree;
    this.path = path;
  }

  /** Where it is within the folder or archive, with {@code /} between the parts. */
  public String path() {
    return path;
  }

  /** The name of the folder that it lies in, empty for none. */
  public String folder() {
    String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return parent.substring(parent.lastIndexOf('/') + 1);
  }

  /** The file's name, with its ending. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The file's name without its ending. */
  public String stem() {
    String name = name();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  /** How messages call it: folder or archive, then the path within. */
  public String place() {
    return tree.name() + "/" + path;
  }

  /**
   * All of it.
   *
   * @throws DataException when it can't be read
   */
  public byte[] bytes() {
    try {
      return tree.read(path);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(place() + ": could not be read: " + e.getMessage(), e);
    } catch (IllegalStateException e) {
      throw new DataException(
          place() + ": its archive is closed; take what is needed of a file while it is read", e);
    }
  }

  @Override
  public String toString() {
    return place();
  }
}
