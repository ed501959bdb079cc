package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelAverageTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);

  @TempDir Path folder;

  private static Trainers trainers(GardenModel model) {
    return () -> GardenTrainer.of(model).epochs(1).batchSize(20).build();
  }

  /** Makes trainers of a model. */
  private interface Trainers {
    GardenTrainer make();
  }

  private Path saved(GardenTrainer trainer, String name, List<Garden> rows) {
    trainer.fit(Dataset.of(rows));
    Path file = folder.resolve(name);
    trainer.save(file);
    return file;
  }

  @Test
  void weightsAndStatisticsAreTheMeans() {
    try (GardenTrainer trainer = trainers(new GardenModel(true, p -> p)).make()) {
      List<Path> files =
          List.of(
              saved(trainer, "one", ROWS),
              saved(trainer, "two", ROWS),
              saved(trainer, "three", ROWS));
      Path average = folder.resolve("average");
      ModelAverage.write(average, files);
      List<SavedModel> models = files.stream().map(ModelFile::read).toList();
      SavedModel found = ModelFile.read(average);
      assertMeans(found.parameters(), models.stream().map(SavedModel::parameters).toList());
      assertMeans(found.states(), models.stream().map(SavedModel::states).toList());
      assertThat(found.states()).isNotEmpty();
      trainer.load(average);
      try (Predictor<Garden, Garden.Input, Garden.Prediction> predictor =
          new Predictor<>(new Garden.Codec(), average)) {
        assertThat(predictor.predict(ROWS.get(3)).height())
            .isEqualTo(trainer.predict(ROWS.get(3)).height());
      }
    }
  }

  private static void assertMeans(
      Map<String, SavedArray> found, List<Map<String, SavedArray>> models) {
    found.forEach(
        (path, array) -> {
          for (int i = 0; i < array.values().length; i++) {
            double sum = 0;
            for (Map<String, SavedArray> model : models) {
              sum += model.get(path).values()[i];
            }
            assertThat((double) array.values()[i])
                .as("%s[%d]", path, i)
                .isCloseTo(sum / 3, within(1e-6 * (1 + Math.abs(sum))));
          }
        });
  }

  @Test
  void onlyFilesOfOneModelHaveAnAverage() throws Exception {
    try (GardenTrainer plain = trainers(GardenModel.plain()).make();
        GardenTrainer noisy = trainers(new GardenModel(true, p -> p)).make();
        GardenTrainer elsewhere = trainers(GardenModel.plain()).make()) {
      Path one = saved(plain, "one", ROWS);
      Path other = saved(noisy, "other", ROWS);
      Path apart = saved(elsewhere, "apart", Garden.grow(60, 9));
      Path target = folder.resolve("average");
      Files.writeString(target, "before");
      assertThatThrownBy(() -> ModelAverage.write(target, List.of(one, other)))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("with hash noisy")
          .hasMessageContaining("expected `Garden` with hash plain")
          .hasMessageContaining(one.toString());
      assertThatThrownBy(() -> ModelAverage.write(target, List.of(one, apart)))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("other statistics or vocabularies")
          .hasMessageContaining("loaded the same file");
      assertThatThrownBy(() -> ModelAverage.write(target, List.of(one)))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("two models or more; found 1");
      assertThatThrownBy(() -> ModelAverage.write(target, List.of(one, folder.resolve("missing"))))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("There is no model file");
      assertThat(Files.readString(target)).isEqualTo("before");
    }
  }
}
