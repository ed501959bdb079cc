package dev.espalier.runtime.data.split;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Streaming;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A part of a data set, or all but this part.
 *
 * @param rest whether it is the others that are read
 */
record PartDataset<E>(Dataset<E> all, Partition<E> partition, int part, boolean rest, String name)
    implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    Membership<E> membership = partition.membership();
    long[] rows = new long[1];
    all.read(
        example -> {
          if ((membership.part(rows[0]++, example) == part) != rest) {
            consumer.accept(example);
          }
        });
    membership.end(rows[0]);
  }

  @Override
  public Optional<Streaming> streamed() {
    return all.streamed();
  }

  /** Its name, and not its rows. */
  @Override
  public String toString() {
    return name;
  }
}
