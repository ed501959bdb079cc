package dev.espalier.runtime.data.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.dsl.Fit;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.Tokenizer;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Infos;
import dev.espalier.runtime.data.Samples;
import dev.espalier.runtime.data.Streaming;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ExampleInfo.Table;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** Rows in files are those in memory, to the bit. */
class SpilledRowsTest {
  private static final int ROWS = 500;

  @TempDir private Path folder;

  private static Encoding.Number number(int length, Missing missing, boolean indicator) {
    return new Encoding.Number(length, Normalize.STANDARDIZE, missing, 0, indicator, 3);
  }

  /** Every kind of feature and of label. */
  private static final ExampleInfo INFO =
      new ExampleInfo(
          "Everything",
          "everything-1",
          List.of(
              new Feature("size", number(3, Missing.MEDIAN, true)),
              new Feature("age", number(1, Missing.MEAN, false)),
              new Feature("colour", new Encoding.Category("colour")),
              new Feature("tags", new Encoding.Bag("tags", Pooling.AVERAGE)),
              new Feature("words", new Encoding.Sequence("words", 4, "words", Tokenizer.WORDS)),
              new Feature(
                  "picture",
                  new Encoding.Picture(
                      2, 3, 1, Fit.STRETCH, Normalize.STANDARDIZE, List.of(), List.of())),
              new Feature("sound", new Encoding.Sound(5, 8000))),
          List.of(
              new Table("colour", new Rows.Learnt(3), 4, Unknown.ROW_ZERO),
              new Table("tags", new Rows.Ids(9), 4, Unknown.ROW_ZERO),
              new Table("words", new Rows.Learnt(0), 4, Unknown.ROW_ZERO)),
          List.of(
              new Task("binary", new Kind.Binary(), 1),
              new Task("classes", new Kind.MultiClass(List.of("a", "b", "c")), 1),
              new Task("labels", new Kind.MultiLabel(List.of("p", "q")), 1),
              new Task("values", new Kind.Regression(2, true), 1),
              new Task("box", new Kind.OneBox("picture"), 1),
              new Task("tokens", new Kind.TokenClasses(List.of("x", "y"), 4, "words"), 1),
              new Task(
                  "pixels", new Kind.PixelClasses(List.of("sky", "sea"), 2, 3, "picture", -1), 1)));

  private static void write(RawColumns columns, int rows) {
    Random random = new Random(3);
    for (int row = 0; row < rows; row++) {
      columns.numbers(
          0,
          new float[] {
            random.nextFloat() - .5f, row % 3 == 0 ? Float.NaN : random.nextInt(5), -row * 1e4f
          });
      if (row % 5 != 0) {
        columns.number(1, (float) random.nextGaussian());
      }
      columns.text(2, row % 7 == 0 ? null : "c" + random.nextInt(6));
      columns.ids(3, random.ints(random.nextInt(12), 0, 9).toArray());
      String[] words = new String[random.nextInt(7)];
      int[] classes = new int[words.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = "w" + random.nextInt(20);
        classes[i] = random.nextInt(3) - 1;
      }
      columns.texts(4, words);
      byte[] pixels = new byte[6];
      random.nextBytes(pixels);
      columns.picture(5, pixels);
      float[] samples = new float[random.nextInt(8)];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextFloat();
      }
      columns.sound(6, samples);
      label(columns, row, random, classes);
      columns.endRow();
    }
  }

  private static void label(RawColumns columns, int row, Random random, int[] classes) {
    if (row % 4 != 0) {
      columns.label(0, random.nextBoolean());
    }
    columns.label(1, random.nextInt(3));
    columns.labels(2, new boolean[] {random.nextBoolean(), random.nextBoolean()});
    columns.labels(3, new float[] {row, row % 2 == 0 ? Float.NaN : random.nextFloat()});
    columns.labels(4, new float[] {.5f, random.nextFloat(), .25f, row % 3 == 0 ? Float.NaN : 1});
    columns.labels(5, classes);
    if (row % 6 != 0) {
      columns.labels(6, new int[] {0, 1, random.nextInt(3) - 1, 1, 0, 0});
    }
    columns.rowWeight(random.nextInt(3));
  }

  private RawColumns columns(Storage storage) {
    RawColumns columns = RawColumns.labelled("train", INFO, Infos.needs(INFO), storage);
    write(columns, ROWS);
    return columns;
  }

  private Storage files() {
    // A window of a few values: all but the last rows are in files.
    return Storage.inFiles(Streaming.in(folder), 7);
  }

  @Test
  void learnsTheSame() {
    Preprocessing inMemory = Preprocessing.fit(INFO, columns(Storage.inMemory()));
    try (RawColumns spilled = columns(files())) {
      assertThat(Preprocessing.fit(INFO, spilled).toTree()).isEqualTo(inMemory.toTree());
    }
  }

  @Test
  void batchesAreTheSame() {
    RawColumns raw = columns(Storage.inMemory());
    Preprocessing learnt = Preprocessing.fit(INFO, raw);
    EncodedRows expected = learnt.encode(raw);
    RawColumns spilled = columns(files());
    try (EncodedRows actual = learnt.encode(spilled)) {
      // What was raw is not needed any more.
      spilled.close();
      assertThat(actual.size()).isEqualTo(ROWS);
      for (int task = 0; task < INFO.tasks().size(); task++) {
        assertThat(actual.labels(task)).as("labels of %d", task).isEqualTo(expected.labels(task));
        assertThat(actual.hasWeight(task)).isEqualTo(expected.hasWeight(task));
        assertThat(Samples.labels(actual, task)).isEqualTo(Samples.labels(expected, task));
        assertThat(Samples.weights(actual, task)).isEqualTo(Samples.weights(expected, task));
      }
      same(Batches.inOrder(actual, 64), Batches.inOrder(expected, 64));
      same(Batches.shuffled(actual, 64, 5, 2), Batches.shuffled(expected, 64, 5, 2));
      same(Batches.resampled(actual, 64, 1, 5, 2), Batches.resampled(expected, 64, 1, 5, 2));
    }
  }

  private static void same(Batches actual, Batches expected) {
    assertThat(actual.count()).isEqualTo(expected.count());
    for (int i = 0; i < expected.count(); i++) {
      try (Batch a = actual.fill(i);
          Batch b = expected.fill(i)) {
        assertThat(values(a.numbers())).isEqualTo(values(b.numbers()));
        assertThat(values(a.categories())).isEqualTo(values(b.categories()));
        assertThat(values(a.bagValues(0))).isEqualTo(values(b.bagValues(0)));
        assertThat(values(a.bagSegments(0))).isEqualTo(values(b.bagSegments(0)));
        for (int t = 0; t < 3; t++) {
          assertThat(values(a.tensor(t))).as("tensor %d", t).isEqualTo(values(b.tensor(t)));
        }
        for (int task = 0; task < INFO.tasks().size(); task++) {
          assertThat(values(a.label(task))).as("label %d", task).isEqualTo(values(b.label(task)));
          assertThat(values(a.weights(task))).isEqualTo(values(b.weights(task)));
        }
      }
    }
  }

  private static Object values(TType tensor) {
    int size = Math.toIntExact(tensor.shape().size());
    if (tensor instanceof TFloat32 floats) {
      float[] values = new float[size];
      floats.copyTo(DataBuffers.of(values));
      return values;
    }
    if (tensor instanceof TInt32 ints) {
      int[] values = new int[size];
      ints.copyTo(DataBuffers.of(values));
      return values;
    }
    byte[] values = new byte[size];
    ((TUint8) tensor).copyTo(DataBuffers.of(values));
    return values;
  }

  /** Nothing is left, whatever happens to the JVM: the files have no names. */
  @Test
  void filesAreGone() throws IOException {
    try (RawColumns spilled = columns(files());
        Stream<Path> left = Files.list(folder)) {
      assertThat(spilled.size()).isEqualTo(ROWS);
      if (!System.getProperty("os.name").startsWith("Windows")) {
        assertThat(left).isEmpty();
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void vocabulariesHaveABound() {
    Storage storage = Storage.inFiles(Streaming.in(folder).withVocabularies(4), 7);
    assertThatThrownBy(() -> columns(storage))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("train, row ")
        .hasMessageContaining(
            "feature \"words\": found more than 4 different values, expected fewer in data that"
                + " streams")
        .hasMessageContaining("withVocabularies(n)");
    storage.close();
  }

  @Test
  void saysWhereNothingCanBeWritten() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> columns(Storage.inFiles(Streaming.in(missing), 7)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("rows can't be kept in " + missing)
        .hasMessageContaining("data.streaming(Streaming.in(folder))");
  }
}
