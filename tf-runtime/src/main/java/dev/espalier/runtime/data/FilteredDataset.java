package dev.espalier.runtime.data;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** The rows of another data set that a predicate keeps. */
record FilteredDataset<E>(Dataset<E> all, LongPredicate keeps) implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    all.read(
        new Consumer<E>() {
          private long row;

          @Override
          public void accept(E example) {
            if (keeps.test(row++)) {
              consumer.accept(example);
            }
          }
        });
  }

  /** Says so: in messages about this data set, rows are counted among those that are kept. */
  @Override
  public String name() {
    return all instanceof FilteredDataset ? all.name() : all.name() + ", filtered";
  }

  @Override
  public Optional<Streaming> streamed() {
    return all.streamed();
  }
}
