package dev.espalier.samples.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A file that a sample reads, and how it is made of what its publisher offers. */
public interface DataSet {

  /** The file's name in the folder of data. */
  String file();

  /** Where it comes from. */
  Source source();

  /**
   * Writes the file, and checks that nothing is missing.
   *
   * @param archive what was downloaded from the source
   * @throws dev.espalier.runtime.DataException when the archive does not hold what is expected
   */
  void repack(Path archive, OutputStream file) throws IOException;
}
