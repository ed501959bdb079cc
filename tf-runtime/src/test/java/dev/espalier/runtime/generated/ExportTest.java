package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/** An exported model takes what examples hold and predicts the trainer's bits. */
class ExportTest {
  private static final String ALL = "serving_default";

  @TempDir Path folder;

  static Map<String, Tensor> sent(List<FeatureTasks> rows) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("single", Exported.floats(rows, FeatureTasks::single));
    inputs.put("boxed", Exported.floats(rows, FeatureTasks::boxed));
    inputs.put("filled", Exported.floats(rows, FeatureTasks::filled));
    inputs.put("flag", Exported.floats(rows, row -> row.flag() ? 1 : 0));
    inputs.put(
        "maybe", Exported.floats(rows, row -> row.maybe() == null ? null : row.maybe() ? 1 : 0));
    inputs.put("clipped", Exported.floats(rows, FeatureTasks::clipped));
    inputs.put("several", Exported.arrays(rows, 2, FeatureTasks::several));
    inputs.put("colour", Exported.texts(rows, "", FeatureTasks::colour));
    inputs.put("other", Exported.texts(rows, "", FeatureTasks::other));
    inputs.put("id", Exported.ids(rows, -1, FeatureTasks::id));
    inputs.put("word", Exported.texts(rows, "", FeatureTasks::word));
    inputs.put("hashed", Exported.ids(rows, Long.MIN_VALUE, FeatureTasks::hashed));
    inputs.put(
        "colours",
        Exported.textArrays(
            rows,
            "",
            "\0",
            row -> row.colours() == null ? null : row.colours().stream().map(Enum::name).toList()));
    inputs.put(
        "ids",
        Exported.idArrays(rows, -1, row -> Arrays.stream(row.ids()).asLongStream().toArray()));
    inputs.put("wide", Exported.idArrays(rows, Long.MIN_VALUE, FeatureTasks::wide));
    inputs.put("words", Exported.textArrays(rows, "", "\0", row -> Arrays.asList(row.words())));
    inputs.put("texts", Exported.textArrays(rows, "", "\0", FeatureTasks::texts));
    return inputs;
  }

  private static void close(Map<String, Tensor> inputs) {
    inputs.values().forEach(Tensor::close);
  }

  @Test
  void everyKindOfColumnGivesTheTrainersBits() {
    Path model = folder.resolve("model");
    List<FeatureTasks> rows = FeatureTasks.rows(60, 5);
    try (FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder().epochs(2).batchSize(7).build()) {
      trainer.fit(FeatureTasksData.of(FeatureTasks.rows()));
      trainer.export(model);
      float[] first = new float[rows.size()];
      float[] second = new float[rows.size()];
      List<FeatureTasksPrediction> expected = trainer.predict(rows);
      for (int i = 0; i < first.length; i++) {
        first[i] = expected.get(i).first();
        second[i] = expected.get(i).second();
      }
      Map<String, Tensor> inputs = sent(rows);
      try (Exported exported = new Exported(model)) {
        Map<String, Object> found = exported.call(ALL, inputs);
        assertThat(found).containsOnlyKeys("first", "second");
        assertThat((float[]) found.get("first")).isEqualTo(first);
        assertThat((float[]) found.get("second")).isEqualTo(second);
        assertThat((float[]) exported.call("second", inputs).get("second")).isEqualTo(second);
        assertThat(exported.inputs(ALL)).isEqualTo(inputs.keySet());
        assertThat(exported.outputs("first")).containsExactly("first");
      } finally {
        close(inputs);
      }
    }
  }

  static Map<String, Tensor> texts(List<TextTasks> rows) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("spaced", Exported.texts(rows, "", TextTasks::spaced));
    inputs.put("worded", Exported.texts(rows, "", TextTasks::worded));
    inputs.put("lettered", Exported.texts(rows, "", TextTasks::lettered));
    inputs.put(
        "ids",
        Exported.idArrays(rows, -1, row -> Arrays.stream(row.ids()).asLongStream().toArray()));
    // -1 is an id of the training set.
    inputs.put("learnt", Exported.idArrays(rows, -2, TextTasks::learnt));
    inputs.put("hashed", Exported.idArrays(rows, Long.MIN_VALUE, TextTasks::hashed));
    inputs.put("strict", Exported.texts(rows, "", TextTasks::strict));
    // An empty text is a value of the training set.
    inputs.put("empty", Exported.texts(rows, "\0", TextTasks::empty));
    inputs.put("age", Exported.floats(rows, TextTasks::age));
    return inputs;
  }

  @Test
  void textsAreSplitAndTokensFoundAsInTraining() {
    Path model = folder.resolve("model");
    List<TextTasks> rows = TextTasks.rows();
    try (TextTasksTrainer trainer = TextTasksTrainer.builder().epochs(1).batchSize(4).build()) {
      trainer.fit(TextTasksData.of(rows));
      trainer.export(model);
      List<TextTasksPrediction> expected = trainer.predict(rows);
      Map<String, Tensor> inputs = texts(rows);
      try (Exported exported = new Exported(model)) {
        Map<String, Object> found = exported.call(ALL, inputs);
        for (int i = 0; i < rows.size(); i++) {
          assertThat(((float[]) found.get("first"))[i]).isEqualTo(expected.get(i).first());
          assertThat(((float[]) found.get("second"))[i]).isEqualTo(expected.get(i).second());
        }
        refused(exported, inputs, "strict", unknownAt(2, rows.size()), "feature `strict`");
        refused(
            exported,
            inputs,
            "ids",
            TInt64.tensorOf(Shape.of(8, 1), ids -> ids.setLong(9, 3, 0)),
            "an id from 0 to 8");
        refused(
            exported,
            inputs,
            "age",
            TFloat32.vectorOf(0, 1, 2, 3, 4, 5, 6, Float.NEGATIVE_INFINITY),
            "found an infinite number");
      } finally {
        close(inputs);
      }
    }
  }

  private static TString unknownAt(int row, int rows) {
    String[] texts = new String[rows];
    Arrays.fill(texts, "known1");
    texts[row] = "never seen";
    return TString.vectorOf(texts);
  }

  private static void refused(
      Exported exported, Map<String, Tensor> inputs, String name, Tensor bad, String message) {
    Map<String, Tensor> changed = new LinkedHashMap<>(inputs);
    changed.put(name, bad);
    try (bad) {
      assertThatThrownBy(() -> exported.call(ALL, changed)).hasMessageContaining(message);
    }
  }

  static Map<String, Tensor> media(List<MediaTasks> rows) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("picture", Exported.bytes(rows, Shape.of(4, 3, 3), MediaTasks::picture));
    inputs.put("words", Exported.textArrays(rows, "", "\0", row -> List.of(row.words())));
    inputs.put(
        "tags",
        Exported.textArrays(
            rows, "", "\0", row -> Arrays.stream(row.tags()).map(Enum::name).toList()));
    inputs.put("title", Exported.texts(rows, "", MediaTasks::title));
    inputs.put("sound", Exported.arrays(rows, 9, MediaTasks::sound));
    inputs.put("age", Exported.floats(rows, MediaTasks::age));
    return inputs;
  }

  @Test
  void mediaAndPositionsGiveTheTrainersPredictions() {
    Path model = folder.resolve("model");
    List<MediaTasks> rows = MediaTasks.rows();
    try (MediaTasksTrainer trainer = MediaTasksTrainer.builder().epochs(1).batchSize(3).build()) {
      trainer.fit(MediaTasksData.of(rows));
      trainer.export(model);
      List<MediaTasksPrediction> expected = trainer.predict(rows);
      Map<String, Tensor> inputs = media(rows);
      try (Exported exported = new Exported(model)) {
        compare(exported.call(ALL, inputs), expected);
        assertThat(exported.inputs("next")).doesNotContain("sound", "age");
        assertThat(exported.call("next", inputs))
            .extracting("next")
            .isEqualTo(exported.call(ALL, inputs).get("next"));
      } finally {
        close(inputs);
      }
    }
  }

  private static void compare(Map<String, Object> found, List<MediaTasksPrediction> expected) {
    List<Integer> mask = new ArrayList<>();
    List<String> next = new ArrayList<>();
    List<Float> box = new ArrayList<>();
    List<Float> grades = new ArrayList<>();
    List<String> grade = new ArrayList<>();
    List<String> half = new ArrayList<>();
    for (MediaTasksPrediction each : expected) {
      for (byte pixel : each.mask()) {
        mask.add((int) pixel);
      }
      for (int i = 0; i < 5; i++) {
        next.add(i < each.next().length ? each.next()[i].name() : "");
      }
      add(box, each.box());
      add(grades, each.grade().probabilities());
      grade.add(each.grade().value().name());
      half.add(String.valueOf(each.half().value()));
    }
    assertThat((int[]) found.get("mask")).containsExactly(mask.toArray(Integer[]::new));
    assertThat(found.get("next")).isEqualTo(next);
    assertThat((float[]) found.get("box")).containsExactly(box.toArray(Float[]::new));
    assertThat((float[]) found.get("grade_probabilities"))
        .containsExactly(grades.toArray(Float[]::new));
    assertThat(found.get("grade")).isEqualTo(grade);
    assertThat(found.get("half")).isEqualTo(half);
  }

  private static void add(List<Float> all, float[] values) {
    for (float value : values) {
      all.add(value);
    }
  }

  private static FeatureTasksTrainer trained(long seed) {
    FeatureTasksTrainer trainer =
        FeatureTasksTrainer.builder().epochs(1).batchSize(7).seed(seed).build();
    trainer.fit(FeatureTasksData.of(FeatureTasks.rows()));
    return trainer;
  }

  @Test
  void aFolderIsReplacedAsAWholeAndNothingElseIs() throws IOException {
    Path model = folder.resolve("model");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("diary.txt"), "mine");
    try (FeatureTasksTrainer one = trained(1);
        FeatureTasksTrainer two = trained(2)) {
      one.export(model);
      byte[] before = Files.readAllBytes(model.resolve("variables/variables.data-00000-of-00001"));
      two.export(model);
      assertThat(model.resolve("variables/variables.data-00000-of-00001"))
          .binaryContent()
          .isNotEqualTo(before);
      one.export(model);
      assertThat(model.resolve("variables/variables.data-00000-of-00001")).hasBinaryContent(before);
      assertThatThrownBy(() -> one.export(other))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContainingAll(other.toString(), "has no saved_model.pb");
      assertThat(other.resolve("diary.txt")).hasContent("mine");
      assertThatThrownBy(() -> one.export(folder.resolve("no/where")))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("there is no folder");
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(model, other);
    }
  }

  @Test
  void equalModelsGiveEqualFiles() throws IOException {
    try (FeatureTasksTrainer one = trained(1);
        FeatureTasksTrainer two = trained(1)) {
      one.export(folder.resolve("one"));
      two.export(folder.resolve("two"));
    }
    for (String file :
        List.of(
            "saved_model.pb",
            "variables/variables.index",
            "variables/variables.data-00000-of-00001",
            "assets.extra/signatures.json")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
    }
  }

  @Test
  void aFileSaysWhatClientsSend() throws IOException {
    try (FeatureTasksTrainer trainer = trained(1)) {
      trainer.export(folder.resolve("model"));
    }
    Map<String, Object> told =
        JSON.std.mapFrom(Files.readString(folder.resolve("model/assets.extra/signatures.json")));
    assertThat(told).containsEntry("model", "FeatureTasks");
    assertThat(told)
        .extracting("inputs")
        .extracting("hashed")
        .isEqualTo(
            Map.of(
                "type",
                "DT_INT64",
                "shape",
                List.of(-1),
                "holds",
                "any whole number",
                "missing",
                Long.MIN_VALUE));
    assertThat(told)
        .extracting("signatures")
        .extracting("first")
        .extracting("outputs")
        .isEqualTo(List.of("first"));
  }
}
