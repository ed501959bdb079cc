package dev.espalier.runtime.train.rows;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Streaming;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A data set whose reading can be ended between two examples.
 *
 * @param check what it throws ends the reading
 */
record InterruptibleDataset<E>(Dataset<E> data, Runnable check) implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    data.read(
        example -> {
          check.run();
          consumer.accept(example);
        });
  }

  @Override
  public String name() {
    return data.name();
  }

  @Override
  public Optional<Streaming> streamed() {
    return data.streamed();
  }
}
