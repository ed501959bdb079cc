package dev.espalier.runtime.data.file;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The files of one medium, of which {@link #map} makes examples.
 *
 * <p>A source holds no file open; each reading lists the files anew, in the order of their paths.
 *
 * @param <F> a file, which knows its name and reads its content when it is asked for
 */
public final class FileSource<F> {
  private final FileListing<F> listing;
  private final Predicate<F> kept;
  private final Optional<Consumer<? super DataException>> leftOut;

  private FileSource(
      FileListing<F> listing,
      Predicate<F> kept,
      Optional<Consumer<? super DataException>> leftOut) {
    this.listing = listing;
    this.kept = kept;
    this.leftOut = leftOut;
  }

  /** The files that a listing finds. */
  public static <F> FileSource<F> of(FileListing<F> listing) {
    return new FileSource<>(listing, file -> true, Optional.empty());
  }

  /**
   * Only those files that the predicate keeps; it should look at names, since it is asked before
   * anything is read in parallel.
   */
  public FileSource<F> where(Predicate<? super F> predicate) {
    return new FileSource<>(listing, file -> kept.test(file) && predicate.test(file), leftOut);
  }

  /**
   * Goes on without files that can't be used: each is logged as a warning with its reason, and in
   * the end how many there were. Logs are seen where an SLF4J provider is on the class path; {@link
   * #skipBroken(Consumer)} needs none.
   *
   * <p>Only a {@link DataException} that the reader throws leaves a file out; another exception is
   * a mistake of the program and ends the reading. So does it when no file is left. What a model
   * finds wrong with an example that was read, such as a class out of range in a mask, ends it too,
   * with the file's name: let the reader refuse what should be left out.
   */
  public FileSource<F> skipBroken() {
    return skipBroken(broken -> {});
  }

  /**
   * Does as {@link #skipBroken()} and tells of each file.
   *
   * @param leftOut is given what was wrong, whose message names the file, in the order of the paths
   *     and in each reading anew
   */
  public FileSource<F> skipBroken(Consumer<? super DataException> leftOut) {
    return new FileSource<>(listing, kept, Optional.of(leftOut));
  }

  /** How many files there are. */
  public long count() {
    return listing.read(files -> (long) keep(files).size());
  }

  /**
   * One example for each file, in the order of their paths.
   *
   * @param reader makes an example; called by several threads at once, a few files ahead of the one
   *     whose example is given out. What it throws is a {@link DataException} that names the file.
   */
  public <E> Dataset<E> map(Function<? super F, ? extends E> reader) {
    return new FileDataset<>(this, listing.name(), reader, leftOut);
  }

  /** Runs with the files, which can be read meanwhile. */
  void read(Consumer<List<F>> consumer) {
    listing.read(
        files -> {
          consumer.accept(keep(files));
          return null;
        });
  }

  private List<F> keep(List<F> files) {
    return files.stream().filter(kept).toList();
  }
}
