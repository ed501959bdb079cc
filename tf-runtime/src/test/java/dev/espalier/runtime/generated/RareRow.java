package dev.espalier.runtime.generated;

import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Resampled;
import dev.espalier.dsl.RowWeight;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One row in twenty says yes, whatever its number. */
@SharedTrunk({2})
record RareRow(
    @Numeric float x,
    @RowWeight float weight,
    @TaskHead @Resampled boolean yes,
    @TaskHead(classes = 3) Integer rank,
    @TaskHead(length = 2) boolean[] flags,
    @TaskHead float value) {

  static List<RareRow> rows(int count) {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new RareRow(
                    (float) random.nextDouble(),
                    1,
                    i % 20 == 7,
                    i % 4 == 0 ? null : i % 10 == 1 ? 2 : 0,
                    new boolean[] {i % 2 == 0, i % 3 == 0},
                    i % 5))
        .toList();
  }
}
