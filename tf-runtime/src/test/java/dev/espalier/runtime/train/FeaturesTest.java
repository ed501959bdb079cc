package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.data.Dataset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Features come as they are asked for, in any order and however they lie side by side. */
class FeaturesTest {
  private static final Map<String, int[]> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("size", new int[] {0, 2});
    COLUMNS.put("age", new int[] {2, 4});
    COLUMNS.put("soil", new int[] {4, 7});
    COLUMNS.put("colour", new int[] {7, 10});
    COLUMNS.put("neighbour", new int[] {10, 13});
    COLUMNS.put("visitors", new int[] {13, 15});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size age soil colour neighbour visitors",
        "visitors neighbour colour soil age size",
        "soil colour neighbour",
        "colour neighbour",
        "soil neighbour",
        "neighbour soil colour",
        "age",
        "age soil size",
        "visitors",
        "neighbour size age visitors"
      })
  void comeInAnyOrder(String order) {
    String[] names = order.split(" ");
    List<Garden> rows = Garden.grow(30, 5);
    Changed model =
        new Changed(
            (g, network) -> {
              g.layer("in", g.features("tables", names));
              return network;
            });
    try (GardenTrainer trainer = GardenTrainer.of(model).epochs(1).batchSize(10).build()) {
      trainer.fit(Dataset.of(rows));
      float[][] found = trainer.activations("in", rows);
      Map<String, double[]> weights = new LinkedHashMap<>();
      Weights.of(trainer)
          .forEach(
              (path, values) -> {
                double[] doubles = new double[values.length];
                Arrays.setAll(doubles, i -> values[i]);
                weights.put(path, doubles);
              });
      GardenReference reference = new GardenReference(rows);
      for (int row = 0; row < rows.size(); row++) {
        double[] all = reference.features(weights, rows.get(row));
        double[] expected =
            Arrays.stream(names)
                .map(COLUMNS::get)
                .flatMapToDouble(c -> Arrays.stream(all, c[0], c[1]))
                .toArray();
        assertThat(found[row]).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
          assertThat((double) found[row][i]).isCloseTo(expected[i], within(1e-6));
        }
      }
    }
  }
}
