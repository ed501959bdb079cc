package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several models behind one predictor, against means and votes by hand. */
class EnsembleTest {
  private static final int MODELS = 3;
  private static final List<MediaTasks> ROWS = MediaTasks.rows();

  @TempDir static Path folder;

  @BeforeAll
  static void train() {
    for (int seed = 0; seed < MODELS; seed++) {
      try (MediaTasksTrainer trainer =
          MediaTasksTrainer.builder().epochs(1).batchSize(2).seed(seed).build()) {
        trainer.fit(MediaTasksData.of(ROWS));
        trainer.save(file(seed));
      }
    }
  }

  private static Path file(int seed) {
    return folder.resolve("media" + seed);
  }

  private static List<List<MediaTasksPrediction>> each() {
    List<List<MediaTasksPrediction>> all = new ArrayList<>();
    for (int seed = 0; seed < MODELS; seed++) {
      try (MediaTasksPredictor predictor = MediaTasksPredictor.load(file(seed))) {
        all.add(predictor.predict(ROWS));
      }
    }
    return all;
  }

  private static Object mostFrequent(List<?> votes) {
    Map<Object, Integer> counts = new HashMap<>();
    votes.forEach(vote -> counts.merge(vote, 1, Integer::sum));
    Object best = votes.get(0);
    for (Object vote : votes) {
      best = counts.get(vote) > counts.get(best) ? vote : best;
    }
    return best;
  }

  @Test
  void probabilitiesAndValuesAreAveraged() {
    List<List<MediaTasksPrediction>> each = each();
    try (MediaTasksPredictor together = MediaTasksPredictor.ensemble(file(0), file(1), file(2))) {
      List<MediaTasksPrediction> found = together.predict(ROWS);
      assertThat(together.model()).isEqualTo("MediaTasks");
      for (int r = 0; r < ROWS.size(); r++) {
        int row = r;
        for (int i = 0; i < 4; i++) {
          double box = 0;
          double grade = 0;
          for (List<MediaTasksPrediction> model : each) {
            box += model.get(row).box()[i] / 3.0;
            grade += model.get(row).grade().probabilities()[i] / 3.0;
          }
          assertThat((double) found.get(row).box()[i]).isCloseTo(box, within(1e-7));
          assertThat((double) found.get(row).grade().probabilities()[i])
              .isCloseTo(grade, within(1e-7));
        }
        for (int i = 0; i < 12; i++) {
          int pixel = i;
          assertThat(found.get(row).mask()[i])
              .isEqualTo(
                  mostFrequent(each.stream().map(model -> model.get(row).mask()[pixel]).toList()));
        }
        assertThat(found.get(row).next()).hasSameSizeAs(each.get(0).get(row).next());
        assertThat(each)
            .anyMatch(model -> model.get(row).grade().value() == found.get(row).grade().value());
      }
    }
  }

  @Test
  void votesAreCounted() {
    List<List<MediaTasksPrediction>> each = each();
    try (MediaTasksPredictor together = MediaTasksPredictor.vote(file(0), file(1), file(2))) {
      List<MediaTasksPrediction> found = together.predict(ROWS);
      for (int r = 0; r < ROWS.size(); r++) {
        int row = r;
        for (MediaTasks.Grade grade : MediaTasks.Grade.values()) {
          long votes =
              each.stream().filter(model -> model.get(row).grade().value() == grade).count();
          assertThat((double) found.get(row).grade().probability(grade))
              .isCloseTo(votes / 3.0, within(1e-6));
        }
        double box = each.stream().mapToDouble(model -> model.get(row).box()[2]).sum() / 3;
        assertThat((double) found.get(row).box()[2]).isCloseTo(box, within(1e-7));
      }
    }
  }

  /** A variant of the model takes part; what is no model of the example does not. */
  @Test
  void allAreModelsOfOneExample() {
    Path one = folder.resolve("one");
    Path apart = folder.resolve("apart");
    List<FeatureTasks> rows = FeatureTasks.rows(5, 2);
    List<FeatureTasksPrediction> ofOne;
    List<FeatureTasksPrediction> ofApart;
    try (FeatureTasksTrainer shared = FeatureTasksTrainer.builder().epochs(1).batchSize(7).build();
        FeatureTasksApartTrainer own =
            FeatureTasksApartTrainer.builder().epochs(1).batchSize(7).build()) {
      shared.fit(FeatureTasksData.of(FeatureTasks.rows()));
      own.fit(FeatureTasksData.of(FeatureTasks.rows(20, 9)));
      shared.save(one);
      own.save(apart);
      ofOne = shared.predict(rows);
      ofApart = own.predict(rows);
    }
    try (FeatureTasksPredictor mean = FeatureTasksPredictor.ensemble(one, apart);
        FeatureTasksPredictor vote = FeatureTasksPredictor.vote(one, apart)) {
      assertThat(mean.model()).isEqualTo("FeatureTasks, Apart");
      for (int i = 0; i < rows.size(); i++) {
        assertThat((double) mean.predict(rows.get(i)).second())
            .isCloseTo(
                ((double) ofOne.get(i).second() + ofApart.get(i).second()) / 2, within(1e-6));
        int yes = (ofOne.get(i).second() > .5 ? 1 : 0) + (ofApart.get(i).second() > .5 ? 1 : 0);
        assertThat((double) vote.predict(rows.get(i)).second()).isEqualTo(yes / 2.0);
        assertThat((double) vote.predict(rows.get(i)).first())
            .isCloseTo(((double) ofOne.get(i).first() + ofApart.get(i).first()) / 2, within(1e-4));
      }
    }
    assertThatThrownBy(() -> FeatureTasksPredictor.ensemble(one, file(0)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll("MediaTasks", file(0).toString());
    assertThatThrownBy(FeatureTasksPredictor::ensemble)
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("no model file");
  }
}
