package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.generated.MediaTasks.Grade;
import dev.espalier.runtime.generated.MediaTasks.Tag;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, sequences and sounds from an example to a typed prediction, and bad ones refused. */
class MediaTest {
  @TempDir Path folder;

  @Test
  void predictionsAreTypedAndOfTheRightLength() throws IOException {
    List<MediaTasks> rows = MediaTasks.rows();
    Path file = folder.resolve("media.espalier");
    List<MediaTasksPrediction> predicted;
    try (MediaTasksTrainer trainer = MediaTasksTrainer.builder().epochs(3).batchSize(4).build()) {
      trainer.fit(MediaTasksData.of(rows));
      predicted = trainer.predict(rows);
      for (int i = 0; i < rows.size(); i++) {
        check(rows.get(i), predicted.get(i));
      }
      trainer.save(file);
    }
    try (MediaTasksPredictor predictor = MediaTasksPredictor.load(file)) {
      MediaTasksPrediction again = predictor.predictInput(MediaTasksInput.of(rows.get(0)));
      assertThat(again.mask()).isEqualTo(predicted.get(0).mask());
      assertThat(again.next()).isEqualTo(predicted.get(0).next());
      assertThat(again.box()).containsExactly(predicted.get(0).box(), within(1e-6f));
      assertThat(again.grade().probabilities())
          .containsExactly(predicted.get(0).grade().probabilities(), within(1e-6f));
    }
  }

  private static void check(MediaTasks row, MediaTasksPrediction found) {
    assertThat(found.mask()).hasSize(12);
    for (byte pixel : found.mask()) {
      assertThat((int) pixel).isBetween(0, 3).isNotEqualTo(1);
    }
    assertThat(found.next()).hasSize(Math.min(5, row.words().length)).doesNotContainNull();
    for (float part : found.box()) {
      assertThat(part).isBetween(0f, 1f);
    }
    float[] grades = found.grade().probabilities();
    assertThat(grades[0] + grades[1] + grades[2] + grades[3]).isCloseTo(1, within(1e-5f));
    for (float grade : grades) {
      assertThat(grade).isPositive();
    }
    assertThat(found.grade().classes()).containsExactly(Grade.values());
    assertThat(found.half().probabilities()).hasSize(2);
  }

  /** What needs an absent feature is not predicted; what doesn't, is. */
  @Test
  void aRowMayLackAPictureOrASequence() {
    List<MediaTasks> rows = MediaTasks.rows();
    try (MediaTasksTrainer trainer = MediaTasksTrainer.builder().epochs(1).batchSize(4).build()) {
      trainer.fit(MediaTasksData.of(rows));
      MediaTasks whole = rows.get(0);
      MediaTasks blind =
          new MediaTasks(
              null,
              whole.words(),
              whole.tags(),
              whole.title(),
              whole.sound(),
              1,
              null,
              null,
              null,
              null,
              null);
      assertThat(trainer.predict(blind).mask()).isNull();
      assertThat(trainer.predict(blind).box()).isNull();
      assertThat(trainer.predict(blind).next()).isEqualTo(trainer.predict(whole).next());
      MediaTasks mute =
          new MediaTasks(
              whole.picture(),
              null,
              null,
              whole.title(),
              whole.sound(),
              1,
              null,
              null,
              null,
              null,
              null);
      assertThat(trainer.predict(mute).next()).isNull();
      assertThat(trainer.predict(mute).mask()).isEqualTo(trainer.predict(whole).mask());
    }
  }

  @Test
  void badValuesAreRefusedWithRowAndFeature() {
    MediaTasks good = MediaTasks.rows().get(0);
    refused(
        good,
        row ->
            with(row, new byte[35], row.words(), row.tags(), row.sound(), row.mask(), row.next()),
        "row 1, feature \"picture\": found 35 bytes, expected 36, which is 4 rows of 3 pixels of 3"
            + " channels");
    refused(
        good,
        row ->
            with(row, row.picture(), row.words(), new Tag[] {Tag.A}, row.sound(), row.mask(), null),
        "row 1, feature \"tags\": found 1 tokens, expected as many as feature \"words\" has");
    refused(
        good,
        row ->
            with(row, row.picture(), row.words(), row.tags(), row.sound(), row.mask(), new Tag[0]),
        "row 1, task \"next\": found 0 classes, expected one for each of the "
            + good.words().length
            + " tokens of feature \"words\"");
    byte[] mask = good.mask().clone();
    mask[7] = 9;
    refused(
        good,
        row -> with(row, row.picture(), row.words(), row.tags(), row.sound(), mask, row.next()),
        "row 1, task \"mask\", pixel (1, 2): found class 9, expected a class from 0 to 3");
    refused(
        good,
        row ->
            with(row, row.picture(), row.words(), row.tags(), row.sound(), new byte[3], row.next()),
        "row 1, task \"mask\": found 3 pixels, expected 12, which is 4 rows of 3");
    refused(
        good,
        row ->
            with(
                row,
                row.picture(),
                row.words(),
                row.tags(),
                new float[] {0, Float.NaN},
                row.mask(),
                row.next()),
        "row 1, feature \"sound\", sample 1: found NaN, expected a finite number");
  }

  private static void refused(MediaTasks good, UnaryOperator<MediaTasks> bad, String message) {
    try (MediaTasksTrainer trainer = MediaTasksTrainer.builder().epochs(1).batchSize(2).build()) {
      assertThatThrownBy(() -> trainer.fit(MediaTasksData.of(List.of(good, bad.apply(good)))))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(message);
    }
  }

  private static MediaTasks with(
      MediaTasks row,
      byte[] picture,
      String[] words,
      Tag[] tags,
      float[] sound,
      byte[] mask,
      Tag[] next) {
    return new MediaTasks(
        picture,
        words,
        tags,
        row.title(),
        sound,
        row.age(),
        mask,
        next,
        row.box(),
        row.grade(),
        row.half());
  }

  private FileTasks example(int i, int height) throws IOException {
    BufferedImage image = new BufferedImage(6, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(20 * i % 256, 7 * i % 256, 100));
    pen.fillRect(0, 0, 6, height);
    pen.dispose();
    Path file = folder.resolve("picture" + i + ".png");
    ImageIO.write(image, "png", file.toFile());
    short[] sound = {(short) (i * 1000), -32768, 5};
    return new FileTasks(file, image, sound, i % 2 == 0);
  }

  private List<FileTasks> examples() throws IOException {
    List<FileTasks> examples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      examples.add(example(i, 4));
    }
    return examples;
  }

  @Test
  void filesAndPicturesInMemoryAreDecoded() throws IOException {
    List<FileTasks> rows = examples();
    try (FileTasksTrainer trainer = FileTasksTrainer.builder().epochs(1).batchSize(5).build()) {
      trainer.fit(FileTasksData.of(rows));
      float[][] first = trainer.activations("trunk.two", rows);
      for (int i = 0; i < rows.size(); i++) {
        // .299 R + .587 G + .114 B of 255, minus .5, over .25
        double grey = .299 * (20 * i % 256) + .587 * (7 * i % 256) + .114 * 100;
        assertThat((double) first[i][0]).isCloseTo((grey / 255 - .5) / .25, within(.01));
      }
      // One colour a picture: learnt means and deviations bring each channel to mean 0.
      float[][] learnt = trainer.activations("trunk.one", rows);
      double sum = 0;
      double squares = 0;
      for (float[] row : learnt) {
        sum += row[0];
        squares += row[0] * row[0];
      }
      assertThat(sum / 10).isCloseTo(0, within(1e-5));
      assertThat(squares / 10).isCloseTo(1, within(1e-5));
      float[][] all = trainer.activations("trunk.out", rows);
      assertThat(trainer.activations("trunk.out", rows.subList(3, 4))[0]).isEqualTo(all[3]);
    }
  }

  @Test
  void aCsvFileListsFilesAndClassesOfWords() throws IOException {
    example(3, 4);
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "dark,words,tags,file\nyes,dogs;bark,noun;VERB,picture3.png\nno,,,\n");
    List<ListedTasks> rows = ListedTasksData.csv(list).toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).file()).isEqualTo(folder.resolve("picture3.png")).exists();
    assertThat(rows.get(0).words()).containsExactly("dogs", "bark");
    assertThat(rows.get(0).tags()).containsExactly(ListedTasks.Tag.NOUN, ListedTasks.Tag.VERB);
    assertThat(rows.get(0).dark()).isTrue();
    assertThat(rows.get(1).file()).isNull();
    assertThat(rows.get(1).tags()).isNull();
  }

  /** Rather no method than one whose rows lack what no cell holds. */
  @Test
  void whatNoCellHoldsIsNotReadFromFiles() {
    assertThat(FileTasksData.class.getDeclaredMethods()).extracting("name").contains("of");
    assertThat(FileTasksData.class.getDeclaredMethods())
        .extracting("name")
        .doesNotContain("csv", "sql");
  }

  @Test
  void aFileThatCantBeReadIsNamedWithItsRow() throws IOException {
    List<FileTasks> rows = examples();
    Files.writeString(rows.get(7).file(), "no picture");
    refused(rows, "row 7: ", rows.get(7).file().toString());
    Files.delete(rows.get(7).file());
    refused(rows, "row 7: ", rows.get(7).file().toString());
  }

  @Test
  void aPictureOfAnotherSizeIsNamedWithBothSizes() throws IOException {
    List<FileTasks> rows = examples();
    rows.set(4, example(4, 5));
    refused(rows, "row 4: ", rows.get(4).file().toString());
  }

  private static void refused(List<FileTasks> rows, String... parts) {
    try (FileTasksTrainer trainer = FileTasksTrainer.builder().epochs(1).batchSize(2).build()) {
      assertThatThrownBy(() -> trainer.fit(FileTasksData.of(rows)))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll(parts);
    }
  }
}
