package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Annotations that clip gradients, in models that are compiled and trained. */
class ClippedTest {

  private static List<Clipped> rows() {
    List<Clipped> rows = new ArrayList<>();
    Optimized.rows().forEach(row -> rows.add(new Clipped(row.x(), 20 * row.y(), row.positive())));
    return rows;
  }

  @Test
  void theAnnotationIsTheFactory() {
    assertThat(new ClippedGraph().clipping()).isEqualTo(Clipping.norm(0.25));
    assertThat(new ClippedHeirGraph().clipping()).isEqualTo(Clipping.norm(0.25));
    assertThat(new ClippedByValueGraph().clipping()).isEqualTo(Clipping.value(0.0625));
    assertThat(new ClippedTogetherGraph().clipping()).isEqualTo(Clipping.globalNorm(0.5));
    assertThat(new OptimizedGraph().clipping()).isEqualTo(Clipping.none());
  }

  /** The same bits as a model without it that the builder gives it; the builder wins. */
  @Test
  void theAnnotationIsTrainedWith() {
    Map<String, float[]> found =
        trained(ClippedTogetherTrainer.builder().epochs(3).batchSize(16).build());
    Map<String, float[]> chosen =
        trained(
            ClippedTrainer.builder()
                .epochs(3)
                .batchSize(16)
                .clipping(Clipping.globalNorm(0.5))
                .build());
    assertThat(found.keySet()).isEqualTo(chosen.keySet());
    found.forEach((path, values) -> assertThat(values).as(path).isEqualTo(chosen.get(path)));
    Map<String, float[]> without =
        trained(ClippedTrainer.builder().epochs(3).batchSize(16).clipping(Clipping.none()).build());
    assertThat(found.get("trunk.hidden1.kernel")).isNotEqualTo(without.get("trunk.hidden1.kernel"));
  }

  private static Map<String, float[]> trained(Trainer<Clipped, ?, ?, ?> trainer) {
    try (trainer) {
      trainer.fit(ClippedData.of(rows()));
      return SavedWeights.of(trainer);
    }
  }
}
