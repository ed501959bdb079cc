package dev.espalier.runtime.data;

import dev.espalier.runtime.EspalierException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How data larger than memory is learnt from: read once, and kept encoded in files that are mapped
 * into memory; see {@link Dataset#streaming(Streaming)}. Immutable.
 *
 * <p>Files take four bytes for each number, category, label and weight of a row, while they are
 * made twice that. They have no name as soon as they are open, where the system allows it, and are
 * gone when the run ends or the JVM does, however it does.
 *
 * @param folder where files lie; that of the system for temporary ones unless set
 * @param mostValues different values that each vocabulary may see in a data set, for they are kept
 *     in memory, about 100 bytes each; 1,000,000 unless set
 */
public record Streaming(Optional<Path> folder, int mostValues) {
  private static final int MOST_VALUES = 1_000_000;

  /** A way that is possible. */
  public Streaming {
    if (mostValues < 1) {
      throw new EspalierException(
          "Vocabularies have at least 1 value. Found withVocabularies(%d).".formatted(mostValues));
    }
  }

  /** In the system's folder for temporary files. */
  public static Streaming standard() {
    return new Streaming(Optional.empty(), MOST_VALUES);
  }

  /** In a folder that exists, best of a fast disk with room. */
  public static Streaming in(Path folder) {
    return new Streaming(Optional.of(folder), MOST_VALUES);
  }

  /** The same with at most so many different values for each vocabulary. */
  public Streaming withVocabularies(int values) {
    return new Streaming(folder, values);
  }
}
