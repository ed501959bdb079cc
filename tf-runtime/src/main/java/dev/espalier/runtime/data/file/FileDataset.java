package dev.espalier.runtime.data.file;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An example of each file of a source. */
record FileDataset<F, E>(
    FileSource<F> source,
    String name,
    Function<? super F, ? extends E> reader,
    Optional<Consumer<? super DataException>> leftOut)
    implements Dataset<E> {
  private static final Logger LOG = LoggerFactory.getLogger(FileDataset.class);

  @Override
  public void read(Consumer<? super E> consumer) {
    source.read(files -> read(files, consumer));
  }

  private void read(List<F> files, Consumer<? super E> consumer) {
    try (Readahead<F, Made<E>> made = new Readahead<>(name, files, this::make)) {
      int broken = 0;
      while (made.hasNext()) {
        Made<E> next = made.next();
        if (next.failure == null) {
          give(next, consumer);
          continue;
        }
        broken++;
        LOG.warn("left out: {}", next.failure.getMessage());
        leftOut.orElseThrow().accept(next.failure);
        if (broken == files.size()) {
          throw new DataException(
              "%s: found no file that can be used among %d, expected some. The last: %s"
                  .formatted(name, broken, next.failure.getMessage()),
              next.failure);
        }
      }
      if (broken > 0) {
        LOG.warn("{}: {} of {} files were left out", name, broken, files.size());
      }
    }
  }

  /**
   * What the consumer finds wrong with an example, such as a label out of range, names its file.
   */
  private void give(Made<E> made, Consumer<? super E> consumer) {
    try {
      consumer.accept(made.example);
    } catch (DataException e) {
      throw new DataException(made.file + ": " + withoutName(e.getMessage()), e);
    }
  }

  /** The file's own name begins with the data set's. */
  private String withoutName(String message) {
    return message.startsWith(name + ", ") ? message.substring(name.length() + 2) : message;
  }

  private Made<E> make(F file) {
    try {
      E example = reader.apply(file);
      if (example == null) {
        throw new IllegalStateException("found null, expected an example");
      }
      return new Made<>(file, example, null);
    } catch (DataException e) {
      DataException named = named(file, e);
      if (leftOut.isPresent()) {
        return new Made<>(file, null, named);
      }
      throw named;
    } catch (RuntimeException e) {
      String what = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new DataException(file + ": no example could be made of it: " + what, e);
    }
  }

  /** What a reader says begins with the file's place; what the user's function says may not. */
  private DataException named(F file, DataException e) {
    boolean says = e.getMessage().startsWith(name + "/");
    return says ? e : new DataException(file + ": " + e.getMessage(), e);
  }

  /** What came of a file: either example or failure is null. */
  private record Made<E>(Object file, E example, DataException failure) {}
}
