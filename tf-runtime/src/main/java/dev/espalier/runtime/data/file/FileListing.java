package dev.espalier.runtime.data.file;

import java.util.List;
import java.util.function.Function;

/**
 * Finds the files of one medium in a {@link FileTree}.
 *
 * @param <F> a file of the medium; its {@code toString} is how messages call it
 */
public interface FileListing<F> {

  /** How messages call the whole: a folder or archive. */
  String name();

  /**
   * Runs with the files in order, which can be read meanwhile.
   *
   * @throws dev.espalier.runtime.DataException when there are none
   */
  <R> R read(Function<List<F>, R> reader);
}
