package dev.espalier.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DatasetTest {

  private static <E> List<E> read(Dataset<E> data) {
    List<E> examples = new ArrayList<>();
    data.read(examples::add);
    return examples;
  }

  @Test
  void splitsByRowIndexEachTimeItIsRead() {
    Dataset<String> data = Dataset.of(List.of("a", "b", "c", "d", "e"));
    Dataset<String> even = data.where(i -> i % 2 == 0);
    assertThat(read(even)).containsExactly("a", "c", "e");
    assertThat(read(even)).containsExactly("a", "c", "e");
    // An index counts the rows of the data set that is filtered.
    assertThat(read(even.where(i -> i == 1))).containsExactly("c");
    assertThat(even.name()).isEqualTo("examples, filtered");
    assertThat(even.where(i -> i == 1).name()).isEqualTo("examples, filtered");
  }

  @Test
  void readsOnceWhenLoaded() {
    List<String> readings = new ArrayList<>();
    Dataset<String> source =
        new Dataset<>() {
          @Override
          public void read(Consumer<? super String> consumer) {
            readings.add("read");
            consumer.accept("a");
          }

          @Override
          public String name() {
            return "source";
          }
        };
    Dataset<String> loaded = source.load();
    assertThat(read(loaded)).containsExactly("a");
    assertThat(read(loaded)).containsExactly("a");
    assertThat(readings).hasSize(1);
    assertThat(loaded.name()).isEqualTo("source");
  }

  @Test
  void refusesNull() {
    Dataset<String> data = Dataset.of(Arrays.asList("a", null));
    assertThatThrownBy(() -> read(data))
        .isInstanceOf(DataException.class)
        .hasMessage("examples, row 1: found null, expected an example");
  }

  @Test
  void whatIsInMemoryIsPrintedByItsName() {
    Dataset<Integer> some = Dataset.of(List.of(1, 2, 3));
    assertThat(some).hasToString("examples");
    assertThat(some.split(0.5, 0.25, 0.25, 1).toString()).doesNotContain("1, 2, 3");
  }
}
