package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Equal seeds give equal bits: with dropout, batch normalisation, bags and the prefetcher. */
class SeedsTest {
  private static Map<String, float[]> layers(long seed) {
    try (LayerTasksTrainer trainer =
        LayerTasksTrainer.builder().seed(seed).epochs(4).batchSize(3).build()) {
      trainer.fit(LayerTasksData.of(LayerTasks.rows()));
      return SavedWeights.of(trainer);
    }
  }

  private static Map<String, float[]> features(long seed) {
    List<FeatureTasks> rows = FeatureTasks.rows(60, 5);
    try (FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder().seed(seed).epochs(3).batchSize(7).build()) {
      trainer.fit(FeatureTasksData.of(rows));
      return SavedWeights.of(trainer);
    }
  }

  private static void assertSame(Map<String, float[]> found, Map<String, float[]> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (path, values) -> assertThat(found.get(path)).as(path).containsExactly(values));
  }

  private static void assertAllDiffer(Map<String, float[]> found, Map<String, float[]> expected) {
    expected.forEach((path, values) -> assertThat(found.get(path)).as(path).isNotEqualTo(values));
  }

  @Test
  void layers() {
    Map<String, float[]> first = layers(1);
    assertSame(layers(1), first);
    assertAllDiffer(layers(2), first);
  }

  @Test
  void features() {
    Map<String, float[]> first = features(1);
    assertSame(features(1), first);
    assertAllDiffer(features(2), first);
  }
}
