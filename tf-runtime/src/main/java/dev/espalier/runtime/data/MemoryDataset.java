package dev.espalier.runtime.data;

import dev.espalier.runtime.DataException;
import java.util.function.Consumer;

/** Examples that are there already. */
record MemoryDataset<E>(String name, Iterable<? extends E> examples) implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    long row = 0;
    for (E example : examples) {
      if (example == null) {
        throw new DataException(name + ", row " + row + ": found null, expected an example");
      }
      consumer.accept(example);
      row++;
    }
  }

  /** Its name, and not its rows. */
  @Override
  public String toString() {
    return name;
  }
}
