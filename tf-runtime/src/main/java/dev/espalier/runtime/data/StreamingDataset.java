package dev.espalier.runtime.data;

import java.util.Optional;
import java.util.function.Consumer;

/** A data set whose rows are not kept in memory. */
record StreamingDataset<E>(Dataset<E> data, Streaming how) implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    data.read(consumer);
  }

  @Override
  public String name() {
    return data.name();
  }

  @Override
  public Optional<Streaming> streamed() {
    return Optional.of(how);
  }
}
