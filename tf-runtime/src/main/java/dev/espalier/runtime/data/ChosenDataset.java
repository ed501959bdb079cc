package dev.espalier.runtime.data;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The rows of another data set that a predicate keeps.
 *
 * @param all the other data set
 * @param what how messages call the rows that are kept
 */
record ChosenDataset<E>(Dataset<E> all, Predicate<? super E> keeps, String what)
    implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    all.read(
        example -> {
          if (keeps.test(example)) {
            consumer.accept(example);
          }
        });
  }

  @Override
  public String name() {
    String suffix = ", " + what;
    return all.name().endsWith(suffix) ? all.name() : all.name() + suffix;
  }

  @Override
  public Optional<Streaming> streamed() {
    return all.streamed();
  }
}
