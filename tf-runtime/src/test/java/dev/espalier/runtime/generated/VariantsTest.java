package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.model.ModelInfo.Parameter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second model over the same example: nothing shared, one predictor for both. */
class VariantsTest {
  private static final List<FeatureTasks> ROWS = FeatureTasks.rows(20, 6);

  @TempDir Path folder;

  @Test
  void independentTrunksShareNothing() {
    for (Parameter p : new FeatureTasksApartGraph().info().parameters()) {
      assertThat(p.tasks()).as(p.path()).hasSize(1);
    }
    assertThat(new FeatureTasksApartGraph().info().boundary()).isEmpty();
    assertThat(new FeatureTasksGraph().info().parameters())
        .filteredOn(p -> p.path().startsWith("tables") || p.path().startsWith("trunk"))
        .isNotEmpty()
        .allMatch(Parameter::shared);
  }

  @Test
  void eachTaskLearnsWhatItWouldLearnAlone() {
    try (FeatureTasksApartTrainer both =
            FeatureTasksApartTrainer.builder().epochs(3).batchSize(6).build();
        FeatureTasksApartTrainer alone =
            FeatureTasksApartTrainer.builder()
                .epochs(3)
                .batchSize(6)
                .lossWeight(FeatureTasksTask.second, 0)
                .build()) {
      both.fit(FeatureTasksData.of(ROWS));
      alone.fit(FeatureTasksData.of(ROWS));
      for (int i = 0; i < ROWS.size(); i++) {
        FeatureTasks row = ROWS.get(i);
        assertThat(alone.predict(row).first()).isEqualTo(both.predict(row).first());
        assertThat(alone.predict(row).second()).isNotEqualTo(both.predict(row).second());
      }
    }
  }

  @Test
  void onePredictorReadsTheModelAndItsVariants() {
    Path shared = folder.resolve("shared.espalier");
    Path apart = folder.resolve("apart.espalier");
    try (FeatureTasksTrainer first = FeatureTasksTrainer.builder().epochs(1).batchSize(6).build();
        FeatureTasksApartTrainer second =
            FeatureTasksApartTrainer.builder().epochs(1).batchSize(6).build()) {
      first.fit(FeatureTasksData.of(ROWS));
      second.fit(FeatureTasksData.of(ROWS));
      first.save(shared);
      second.save(apart);
      try (FeatureTasksPredictor predictor = FeatureTasksPredictor.load(shared);
          FeatureTasksPredictor ofVariant = FeatureTasksPredictor.load(apart)) {
        assertThat(predictor.predict(ROWS)).isEqualTo(first.predict(ROWS));
        assertThat(ofVariant.predict(ROWS)).isEqualTo(second.predict(ROWS));
        assertThat(ofVariant.predict(ROWS)).isNotEqualTo(predictor.predict(ROWS));
      }
    }
  }
}
