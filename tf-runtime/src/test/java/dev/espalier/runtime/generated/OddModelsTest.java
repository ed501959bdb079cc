package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.table.CsvFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose names, size or checks are unusual: all of them train, save and predict. */
class OddModelsTest {
  @TempDir Path folder;

  private static List<OddNames.Odd> oddRows() {
    SplittableRandom random = new SplittableRandom(4);
    List<OddNames.Odd> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      float a = (float) random.nextDouble();
      rows.add(
          new OddNames.Odd(
              a,
              1 - a,
              random.nextInt(5),
              random.nextInt(5),
              i,
              -i,
              i % 3 == 0 ? "Öl" : "$",
              new String[] {"Öl", "ß"},
              a > 0.5,
              i % 2 == 0,
              a,
              -a,
              OddNames.Trouble.values()[i % 3]));
    }
    return rows;
  }

  @Test
  void namesThatTensorFlowRefuses() {
    List<OddNames.Odd> rows = oddRows();
    Path file = folder.resolve("odd.espalier");
    try (OddNamesOddTrainer trainer =
        OddNamesOddTrainer.builder().epochs(2).batchSize(4).frozen("trunk.do$").build()) {
      trainer.fit(OddNamesOddData.of(rows));
      assertThat(trainer.activations("trunk.über", rows)).hasDimensions(12, 3);
      assertThat(trainer.activations("tasks._ja.path", rows)).hasDimensions(12, 2);
      assertThat(trainer.evaluate(OddNamesOddData.of(rows)).loss(OddNamesOddTask.größer))
          .isPositive();
      assertThat(SavedWeights.of(trainer))
          .containsKeys(
              "trunk.über.kernel", "trunk.über.mean", "tables.$art", "tasks.b$2.out.bias");
      trainer.save(file);
      try (OddNamesOddPredictor predictor = OddNamesOddPredictor.load(file)) {
        assertThat(predictor.predict(rows)).isEqualTo(trainer.predict(rows));
        OddNamesOddInput input = OddNamesOddInput.of(rows.get(3));
        assertThat(predictor.predictInput(input)).isEqualTo(trainer.predict(rows.get(3)));
      }
      List<OddNamesOddPrediction> before = trainer.predict(rows);
      try (OddNamesOddTrainer again = OddNamesOddTrainer.create()) {
        again.load(file);
        assertThat(again.predict(rows)).isEqualTo(before);
      }
    }
  }

  @Test
  void exampleOf250Components() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 10; row++) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      for (int i = 0; i < 200; i++) {
        line.add(Integer.toString(random.nextInt(100)));
      }
      for (int i = 0; i < 46; i++) {
        line.add(Integer.toString(random.nextInt(3)));
      }
      line.add(row % 2 == 0 ? "yes" : "no").add("2").add(row == 3 ? "" : "0.5").add("");
      text.append(line);
    }
    StringJoiner header = new StringJoiner(",", "", "\n");
    for (int i = 0; i < 200; i++) {
      header.add("n" + i);
    }
    for (int i = 0; i < 46; i++) {
      header.add("c" + i);
    }
    header.add("a").add("b").add("c").add("d");
    Path file = Files.writeString(folder.resolve("wide.csv"), header + text.toString());
    try (WideTasksTrainer trainer =
        WideTasksTrainer.builder().epochs(2).batchSize(5).lossWeight(WideTasksTask.d, 0).build()) {
      trainer.fit(WideTasksData.csv(file));
      List<WideTasks> rows = read(WideTasksData.csv(file));
      assertThat(rows).hasSize(10).allMatch(row -> row.b() == 2 && row.d() == null);
      assertThat(rows.get(3).c()).isNull();
      assertThat(trainer.predict(rows)).hasSize(10).doesNotContainNull();
    }
  }

  private static <E> List<E> read(Dataset<E> data) {
    List<E> rows = new ArrayList<>();
    data.read(rows::add);
    return rows;
  }

  @Test
  void rowsGoThroughTheConstructor() throws IOException {
    Path good =
        Files.writeString(
            folder.resolve("good.csv"),
            """
            Age;Shoe_Size;SEX;rich;height
            31.5;;f;- 50000;1.75
            40;43;M;50000+;
            """);
    CsvFormat format = CsvFormat.standard().withSeparator(';');
    assertThat(read(CheckedRowData.csv(good, format)))
        .containsExactly(
            new CheckedRow(31.5, null, CheckedRow.Sex.FEMALE, null, false, 1.75f),
            new CheckedRow(40, 43, CheckedRow.Sex.MALE, null, true, null));
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"),
            """
            Age;Shoe_Size;SEX;rich;height
            31.5;;f;- 50000;1.75
            -4;43;m;50000+;
            """);
    assertThatThrownBy(() -> CheckedRowData.csv(bad, format).load())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("bad.csv")
        .hasMessageContaining("line 3")
        .hasMessageContaining("Nobody is -4.0 years old");
  }
}
