package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.sharing.LearntSharing;
import dev.espalier.runtime.sharing.SharingTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheme has learnt, against what single layers and saved parameters say. */
class SharingInspectionTest {
  private static final List<SharingTasks> ROWS = SharingTasks.rows(30, 2);

  @TempDir Path folder;

  @Test
  void gatesAreMeansOfTheirWeights() {
    try (SharingTasksTrainer trainer =
        SharingTasksTrainer.builder().epochs(3).batchSize(5).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      SharingTable gates = trainer.sharing(ROWS).table("gates");
      assertThat(gates.rows()).containsExactly("value", "yes", "next");
      assertThat(gates.columns()).containsExactly("expert 1", "expert 2", "expert 3");
      for (String task : gates.rows()) {
        double sum = 0;
        float[][] weights = trainer.activations("gates." + task, ROWS);
        for (int expert = 0; expert < 3; expert++) {
          double mean = 0;
          for (float[] row : weights) {
            mean += row[expert] / weights.length;
          }
          double found = gates.value(task, "expert " + (expert + 1));
          assertThat(found).isCloseTo(mean, within(1e-6));
          sum += found;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void aGateSeesNoExpertOfAnotherTask() {
    try (SharingTasksLevelsTrainer trainer =
        SharingTasksLevelsTrainer.builder().epochs(1).batchSize(5).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      LearntSharing learnt = trainer.sharing(ROWS);
      assertThat(learnt.tables())
          .extracting(SharingTable::name)
          .containsExactly("level 1", "level 2");
      SharingTable first = learnt.table("level 1");
      assertThat(first.rows()).containsExactly("value", "yes", "next", "shared");
      assertThat(first.columns())
          .containsExactly("value 1", "value 2", "yes 1", "yes 2", "next 1", "next 2", "shared 1");
      assertThat(first.value("yes", "value 1")).isNaN();
      assertThat(first.value("shared", "next 2")).isBetween(0.0, 1.0);
      float[][] weights = trainer.activations("gates.yes.level1", ROWS);
      double ofShared = 0;
      for (float[] row : weights) {
        ofShared += row[2] / weights.length;
      }
      assertThat(first.value("yes", "shared 1")).isCloseTo(ofShared, within(1e-6));
      assertThat(learnt.table("level 2").rows()).containsExactly("value", "yes", "next");
    }
  }

  @Test
  void stitchesAreTheirWeights() {
    try (SharingTasksStitchedTrainer trainer =
        SharingTasksStitchedTrainer.builder().epochs(3).batchSize(5).learningRate(0.01).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      Map<String, float[]> saved = SavedWeights.of(trainer);
      LearntSharing learnt = trainer.sharing(ROWS);
      assertThat(learnt.tables()).extracting(SharingTable::name).containsExactly("wide", "out");
      SharingTable wide = learnt.table("wide");
      String yes = "stitches.yes.wide";
      assertThat(wide.value("yes", "yes")).isEqualTo(saved.get(yes + ".own")[0]);
      assertThat(wide.value("yes", "value")).isEqualTo(saved.get(yes + ".others")[0]);
      assertThat(wide.value("yes", "next")).isEqualTo(saved.get(yes + ".others")[1]);
      assertThat(wide.value("next", "yes")).isEqualTo(saved.get("stitches.next.wide.others")[1]);
    }
  }

  @Test
  void stitchesStartWithNineTenthsOfTheirOwn() {
    try (SharingTasksStitchedTrainer trainer =
        SharingTasksStitchedTrainer.builder().epochs(1).batchSize(5).learningRate(1e-9).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      SharingTable out = trainer.sharing(ROWS).table("out");
      assertThat(out.value("yes", "yes")).isCloseTo(0.9, within(1e-6));
      assertThat(out.value("yes", "value")).isCloseTo(0.05, within(1e-6));
    }
  }

  @Test
  void attentionIsTheMeanOfItsMasks() {
    List<ScenicTasks> rows = ScenicTasks.rows();
    try (ScenicTasksTrainer trainer = ScenicTasksTrainer.builder().epochs(2).batchSize(5).build()) {
      trainer.fit(ScenicTasksData.of(rows));
      SharingTable attention = trainer.sharing(rows).table("attention");
      assertThat(attention.rows()).containsExactly("value", "yes");
      assertThat(attention.columns()).containsExactly("fine", "odd", "said", "out");
      float[][] masks = trainer.activations("attention.value.fine", rows);
      double mean = 0;
      for (float[] row : masks) {
        for (float each : row) {
          mean += each / row.length / masks.length;
        }
      }
      assertThat(attention.value("value", "fine")).isCloseTo(mean, within(1e-6));
      assertThat(trainer.sharing(rows)).isEqualTo(trainer.sharing(rows));
    }
  }

  @Test
  void whereNothingIsLearntThatIsSaid() {
    try (SharingTasksTogetherTrainer trainer =
        SharingTasksTogetherTrainer.builder().epochs(1).batchSize(5).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      assertThatThrownBy(() -> trainer.sharing(ROWS))
          .isInstanceOf(EspalierException.class)
          .hasMessageStartingWith("Of shared trunk there is nothing to show");
    }
    try (SharingTasksTrainer trainer =
        SharingTasksTrainer.builder().epochs(1).batchSize(5).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      assertThatThrownBy(() -> trainer.sharing(List.of()))
          .isInstanceOf(EspalierException.class)
          .hasMessage("There is no example to take means over.");
      assertThatThrownBy(() -> trainer.sharing(ROWS).table("gate"))
          .isInstanceOf(EspalierException.class)
          .hasMessage("There is no table `gate`; there are gates.");
    }
  }

  @Test
  void heatMapsAreDrawn() throws IOException {
    Path file = folder.resolve("levels.png");
    Files.writeString(file, "what was there before");
    try (SharingTasksLevelsTrainer trainer =
        SharingTasksLevelsTrainer.builder().epochs(1).batchSize(5).build()) {
      trainer.fit(SharingTasksData.of(ROWS));
      trainer.sharing(ROWS).drawTo(file);
    }
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isGreaterThan(400);
    assertThat(picture.getHeight()).isGreaterThan(200);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
