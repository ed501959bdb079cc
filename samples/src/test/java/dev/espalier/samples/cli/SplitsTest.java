package dev.espalier.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitsTest {
  @Test
  void everyRowIsInOnePart() {
    Splits<Integer> splits = Splits.byTens(Dataset.of(IntStream.range(0, 23).boxed().toList()));
    assertThat(rows(splits.train()))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16, 20, 21, 22);
    assertThat(rows(splits.validation())).containsExactly(7, 17);
    assertThat(rows(splits.test())).containsExactly(8, 9, 18, 19);
  }

  private static List<Integer> rows(Dataset<Integer> data) {
    List<Integer> rows = new ArrayList<>();
    data.read(rows::add);
    return rows;
  }
}
