package dev.espalier.runtime.data.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.Infos;
import dev.espalier.runtime.data.Samples;
import dev.espalier.runtime.data.batch.EncodedBag;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.statistics.CategoryHash;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreprocessingTest {
  private static final float NAN = Float.NaN;

  private static Encoding.Number number(
      Normalize normalize, Missing missing, float fill, boolean indicator, double clip) {
    return new Encoding.Number(1, normalize, missing, fill, indicator, clip);
  }

  /** Encodes a single number feature. */
  private static float[] encode(Encoding.Number encoding, float... values) {
    ExampleInfo info = new Infos().number("x", encoding).build();
    RawColumns columns = Infos.columns(info);
    for (float value : values) {
      columns.number(0, value);
      columns.endRow();
    }
    return Preprocessing.fit(info, columns).encode(columns).numbers().toArray();
  }

  private static double[] present(float[] values) {
    double[] present = new double[values.length];
    int count = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        present[count++] = value;
      }
    }
    return Arrays.copyOf(present, count);
  }

  /** What the annotation says, in the plainest way. */
  private static double reference(Encoding.Number encoding, float[] values, int row) {
    double[] there = present(values);
    double n = there.length;
    double mean = Arrays.stream(there).sum() / n;
    double deviation = Math.sqrt(Arrays.stream(there).map(v -> (v - mean) * (v - mean)).sum() / n);
    double[] sorted = Arrays.stream(there).sorted().toArray();
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    double value = values[row];
    if (Double.isNaN(value)) {
      value =
          switch (encoding.missing()) {
            case MEAN -> mean;
            case MEDIAN -> median;
            case CONSTANT -> encoding.fill();
          };
    }
    if (encoding.clip() > 0) {
      value = Math.min(value, mean + encoding.clip() * deviation);
      value = Math.max(value, mean - encoding.clip() * deviation);
    }
    double min = sorted[0];
    double max = sorted[sorted.length - 1];
    return switch (encoding.normalize()) {
      case STANDARDIZE -> (value - mean) / deviation;
      case UNIT_INTERVAL -> (value - min) / (max - min);
      case UNCHANGED -> value;
    };
  }

  @ParameterizedTest
  @EnumSource(Normalize.class)
  void agreesWithThePlainestReference(Normalize normalize) {
    Random random = new Random(7);
    for (Missing missing : Missing.values()) {
      for (double clip : new double[] {0, 1.5}) {
        for (int rows : new int[] {9, 10}) {
          Encoding.Number encoding = number(normalize, missing, 3.5f, false, clip);
          float[] values = new float[rows];
          for (int i = 0; i < rows; i++) {
            values[i] = i % 4 == 1 ? NAN : (float) Math.exp(2 * random.nextGaussian());
          }
          float[] encoded = encode(encoding, values);
          for (int row = 0; row < rows; row++) {
            double expected = reference(encoding, values, row);
            assertThat((double) encoded[row])
                .as("%s %s clip %s row %d", normalize, missing, clip, row)
                .isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
          }
        }
      }
    }
  }

  @Test
  void keepsPrecisionFarFromZero() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 16_777_000f + i % 2;
    }
    float[] encoded = encode(Infos.standardized(), values);
    assertThat(encoded[0]).isEqualTo(-1f);
    assertThat(encoded[1]).isEqualTo(1f);
  }

  @Test
  void givesZeroForConstantAndForMissingColumns() {
    assertThat(encode(Infos.standardized(), .1f, .1f, .1f)).containsOnly(0f);
    assertThat(encode(number(Normalize.UNIT_INTERVAL, Missing.MEAN, 0, false, 0), 3, 3, NAN))
        .containsOnly(0f);
    assertThat(encode(Infos.standardized(), NAN, NAN)).containsOnly(0f);
    assertThat(encode(number(Normalize.UNCHANGED, Missing.MEDIAN, 0, false, 2), NAN, NAN))
        .containsOnly(0f);
  }

  @Test
  void marksMissingNumbersBesideTheirFeature() {
    Encoding.Number three = new Encoding.Number(2, Normalize.UNCHANGED, Missing.MEAN, 0, true, 0);
    ExampleInfo info = new Infos().number("a", three).number("b", Infos.unchanged(1)).build();
    RawColumns columns = Infos.columns(info);
    columns.numbers(0, new float[] {1, NAN});
    columns.number(1, 7);
    columns.endRow();
    columns.numbers(0, new float[] {3, 10});
    columns.number(1, 8);
    columns.endRow();
    columns.numbers(0, null);
    columns.endRow();
    assertThat(Preprocessing.fit(info, columns).encode(columns).numbers().toArray())
        .containsExactly(1, 10, 0, 1, 7, /* row 1 */ 3, 10, 0, 0, 8, /* row 2 */ 2, 10, 1, 1, 7.5f);
  }

  @Test
  void ordersAVocabularyByFrequencyThenText() {
    ExampleInfo info = new Infos().category("word", new Rows.Learnt(0)).build();
    RawColumns columns = Infos.columns(info);
    for (String word : List.of("d", "b", "c", "a", "c", "b", "d", "d")) {
      columns.text(0, word);
      columns.endRow();
    }
    columns.endRow(); // missing
    Preprocessing learnt = Preprocessing.fit(info, columns);
    // d 3 times; b, c twice; a once
    assertThat(learnt.encode(columns).categories().toArray())
        .containsExactly(1, 2, 3, 4, 3, 2, 1, 1, 0);
    assertThat(learnt.rows("word")).isEqualTo(5);
  }

  @Test
  void ordersNumbersAsNumbersAndKeepsTheMostFrequent() {
    ExampleInfo info = new Infos().category("id", new Rows.Learnt(2)).build();
    RawColumns columns = Infos.columns(info);
    for (long id : new long[] {100, 9, -5, 9, 1L << 40}) {
      columns.id(0, id);
      columns.endRow();
    }
    Preprocessing learnt = Preprocessing.fit(info, columns);
    // 9 twice; of the others -5 is first: as texts it would be 100.
    assertThat(learnt.encode(columns).categories().toArray()).containsExactly(0, 1, 2, 1, 0);
    assertThat(learnt.rows("id")).isEqualTo(3);
  }

  @Test
  void sharesAVocabularyBetweenFeaturesOfATable() {
    ExampleInfo info =
        new Infos()
            .category("item", new Rows.Learnt(0))
            .bagSharing("history", "item")
            .sharing("last", "item")
            .build();
    RawColumns columns = Infos.columns(info);
    columns.id(0, 5);
    columns.ids(1, new long[] {6, 6, 7});
    columns.id(2, 7);
    columns.endRow();
    EncodedRows rows = Preprocessing.fit(info, columns).encode(columns);
    assertThat(rows.categories().toArray()).containsExactly(3, 2);
    assertThat(rows.bag(0).values().toArray()).containsExactly(1, 1, 2);
  }

  @Test
  void refusesTextsAndNumbersInOneTable() {
    ExampleInfo info = new Infos().category("item", new Rows.Learnt(0)).build();
    RawColumns columns = Infos.columns(info);
    columns.id(0, 5);
    columns.endRow();
    columns.text(0, "5");
    columns.endRow();
    assertThatThrownBy(() -> Preprocessing.fit(info, columns))
        .isInstanceOf(DataException.class)
        .hasMessage("table \"item\": found texts and whole numbers, expected values of one kind");
  }

  @Test
  void knowsTheRowsOfEveryTable() {
    ExampleInfo info =
        new Infos()
            .category("sex", new Rows.Constants(List.of("F", "M")))
            .category("user", new Rows.Ids(7))
            .category("zip", new Rows.Hashed(10))
            .build();
    RawColumns columns = Infos.columns(info);
    columns.constant(0, 1);
    columns.id(1, 6);
    columns.text(2, "foobar");
    columns.endRow();
    columns.endRow();
    Preprocessing learnt = Preprocessing.fit(info, columns);
    assertThat(learnt.rows("sex")).isEqualTo(3);
    assertThat(learnt.rows("user")).isEqualTo(8);
    assertThat(learnt.rows("zip")).isEqualTo(11);
    int bucket = CategoryHash.bucket("foobar", 10);
    assertThat(learnt.encode(columns).categories().toArray())
        .containsExactly(2, 7, bucket + 1, /* missing */ 0, 0, 0);
  }

  @Test
  void followsThePolicyForUnknownValues() {
    for (Unknown policy : Unknown.values()) {
      ExampleInfo info = new Infos().category("work", new Rows.Learnt(0), 8, policy).build();
      RawColumns training = Infos.columns(info);
      training.text(0, "Private");
      training.endRow();
      Preprocessing learnt = Preprocessing.fit(info, training);
      RawColumns other = RawColumns.labelled("validation", info, List.of());
      other.endRow();
      other.text(0, "Private");
      other.endRow();
      assertThat(learnt.encode(other).categories().toArray()).containsExactly(0, 1);
      other.text(0, "Pilot");
      other.endRow();
      if (policy == Unknown.ROW_ZERO) {
        assertThat(learnt.encode(other).categories().toArray()).containsExactly(0, 1, 0);
      } else {
        assertThatThrownBy(() -> learnt.encode(other))
            .isInstanceOf(DataException.class)
            .hasMessage(
                "validation, row 2, feature \"work\": found \"Pilot\", expected one of the 1"
                    + " values that were learnt from the training set");
      }
    }
  }

  private static ExampleInfo labels() {
    return new Infos()
        .task("rich", new Kind.Binary())
        .task("status", new Kind.MultiClass(List.of("a", "b", "c")))
        .task("tags", new Kind.MultiLabel(List.of("p", "q", "r")))
        .task("price", new Kind.Regression(2, true))
        .task("raw", new Kind.Regression(1, false))
        .build();
  }

  /** Four rows; the last has no label at all. */
  private static RawColumns labelled(ExampleInfo info) {
    RawColumns columns = Infos.columns(info);
    columns.label(0, true);
    columns.label(1, 0);
    columns.labels(2, new boolean[] {true, false, true});
    columns.labels(3, new float[] {1, 5});
    columns.label(4, 3f);
    columns.endRow();
    columns.label(0, false);
    columns.label(1, 2);
    columns.labels(2, new boolean[] {false, false, true});
    columns.labels(3, new float[] {5, NAN});
    columns.rowWeight(2.5f);
    columns.endRow();
    columns.label(0, false);
    columns.label(1, 0);
    columns.labels(2, new boolean[] {false, false, true});
    columns.labels(3, new float[] {NAN, 5});
    columns.label(4, NAN);
    columns.rowWeight(0);
    columns.endRow();
    columns.endRow();
    return columns;
  }

  @Test
  void encodesLabelsAndTheirWeights() {
    ExampleInfo info = labels();
    RawColumns columns = labelled(info);
    EncodedRows rows = Preprocessing.fit(info, columns).encode(columns);
    assertThat(Samples.labels(rows, 0)).containsExactly(1, 0, 0, 0);
    assertThat(Samples.labels(rows, 1)).containsExactly(0, 2, 0, 0);
    assertThat(Samples.labels(rows, 2)).containsExactly(1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    // Mean 3, deviation 2; the second value is constant.
    assertThat(Samples.labels(rows, 3)).containsExactly(-1, 0, 1, 0, 0, 0, 0, 0);
    assertThat(Samples.labels(rows, 4)).containsExactly(3, 0, 0, 0);
    for (int task = 0; task < 3; task++) {
      assertThat(Samples.weights(rows, task)).containsExactly(1, 2.5f, 0, 0);
      assertThat(rows.labels(task)).isEqualTo(3);
    }
    assertThat(Samples.weights(rows, 3)).containsExactly(1, 1, 2.5f, 0, 0, 0, 0, 0);
    assertThat(Samples.weights(rows, 4)).containsExactly(1, 0, 0, 0);
    assertThat(rows.labels(3)).isEqualTo(3);
    assertThat(rows.labels(4)).isEqualTo(1);
  }

  @Test
  void learnsLabelStatistics() {
    ExampleInfo info = labels();
    Preprocessing learnt = Preprocessing.fit(info, labelled(info));
    assertThat(learnt.labelMean(3)).containsExactly(3, 5);
    assertThat(learnt.labelDeviation(3)).containsExactly(2, 1);
    assertThat(learnt.labelMean(4)).containsExactly(0);
    assertThat(learnt.labelDeviation(4)).containsExactly(1);
    assertThat(learnt.balance(0)).containsExactly(3f / 4, 3f / 2);
    assertThat(learnt.balance(1)).containsExactly(3f / 6, 1, 3f / 3);
    assertThat(learnt.balance(2)).containsExactly(1, 1, 1, /* positives */ 2, 1, 1);
    assertThat(learnt.balance(3)).isEmpty();
  }

  /** A feature of every kind, with values that no short decimal has. */
  private static ExampleInfo everything() {
    return new Infos()
        .number("x", new Encoding.Number(3, Normalize.STANDARDIZE, Missing.MEDIAN, 0, true, 2))
        .number("y", number(Normalize.UNIT_INTERVAL, Missing.MEAN, 0, false, 0))
        .category("word", new Rows.Learnt(3), 4, Unknown.ROW_ZERO)
        .category("id", new Rows.Learnt(0))
        .category("zip", new Rows.Hashed(5))
        .bag("tags", new Rows.Learnt(4))
        .task("rich", new Kind.Binary())
        .task("price", new Kind.Regression(1, true))
        .build();
  }

  private static RawColumns random(ExampleInfo info, long seed, int rows) {
    RawColumns columns = Infos.columns(info);
    for (int row = 0; row < rows; row++) {
      write(columns, new Random(seed + row));
      columns.endRow();
    }
    return columns;
  }

  private static void write(RawColumns columns, Random random) {
    columns.numbers(
        0,
        new float[] {
          random.nextFloat(), random.nextInt(4) == 0 ? NAN : 1e6f * random.nextFloat(), -1
        });
    if (random.nextInt(3) > 0) {
      columns.number(1, (float) random.nextGaussian());
    }
    columns.text(2, "w" + random.nextInt(6));
    columns.id(3, random.nextLong() >>> (20 + random.nextInt(44)));
    columns.text(4, "z" + random.nextInt(20));
    String[] tags = new String[random.nextInt(4)];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = "t" + random.nextInt(7);
    }
    columns.texts(5, random.nextInt(5) == 0 ? null : tags);
    columns.label(0, random.nextBoolean());
    columns.label(1, random.nextFloat());
  }

  private static void assertSame(EncodedRows actual, EncodedRows expected) {
    assertThat(actual.numbers().toArray()).containsExactly(expected.numbers().toArray());
    assertThat(actual.categories().toArray()).containsExactly(expected.categories().toArray());
    assertThat(actual.bag(0).starts().toArray())
        .containsExactly(expected.bag(0).starts().toArray());
    assertThat(actual.bag(0).values().toArray())
        .containsExactly(expected.bag(0).values().toArray());
    assertThat(Samples.labels(actual, 1)).containsExactly(Samples.labels(expected, 1));
  }

  /** Maps of a few entries have an order of their own in every JVM. */
  @Test
  void isSavedInTheSameOrderInEveryJvm() {
    ExampleInfo info = everything();
    Map<String, Object> tree = Preprocessing.fit(info, random(info, 1, 200)).toTree();
    for (String part : List.of("numbers", "pictures", "labels")) {
      ((Map<?, ?>) tree.get(part))
          .values()
          .forEach(
              of ->
                  assertThat(((Map<?, ?>) of).keySet().stream().map(String::valueOf))
                      .as(part)
                      .isSorted());
    }
    assertThat(((Map<?, ?>) tree.get("numbers")).keySet().stream().map(String::valueOf))
        .containsExactlyElementsOf(
            info.features().stream()
                .filter(feature -> feature.encoding() instanceof Encoding.Number)
                .map(ExampleInfo.Feature::name)
                .toList());
  }

  @Test
  void survivesTheModelFile() throws IOException {
    ExampleInfo info = everything();
    RawColumns columns = random(info, 1, 200);
    Preprocessing learnt = Preprocessing.fit(info, columns);
    Map<String, Object> tree = JSON.std.mapFrom(JSON.std.asString(learnt.toTree()));
    Preprocessing read = Preprocessing.fromTree(info, tree);
    assertThat(read.toTree()).isEqualTo(learnt.toTree());
    assertThat(read.balance(0)).containsExactly(learnt.balance(0));
    assertSame(read.encode(columns), learnt.encode(columns));
    RawColumns others = random(info, 1000, 50);
    assertSame(read.encode(others), learnt.encode(others));
  }

  @Test
  void encodesARowAloneAsItDoesAmongOthers() {
    ExampleInfo info = everything();
    RawColumns columns = random(info, 1, 200);
    Preprocessing learnt = Preprocessing.fit(info, columns);
    EncodedRows all = learnt.encode(columns);
    RawColumns one = RawColumns.unlabelled("predict", info, Infos.needs(info));
    int width = all.layout().numberWidth();
    int categories = all.layout().categoryCount();
    // Backwards, so that values come in another order than in training.
    for (int row = 199; row >= 0; row--) {
      one.clear();
      write(one, new Random(1 + row));
      one.endRow();
      EncodedRows alone = learnt.encode(one);
      assertThat(alone.size()).isEqualTo(1);
      assertThat(alone.labelled()).isFalse();
      assertThat(alone.numbers().toArray())
          .containsExactly(
              Arrays.copyOfRange(all.numbers().toArray(), row * width, (row + 1) * width));
      assertThat(alone.categories().toArray())
          .containsExactly(
              Arrays.copyOfRange(
                  all.categories().toArray(), row * categories, (row + 1) * categories));
      EncodedBag bag = all.bag(0);
      assertThat(alone.bag(0).values().toArray())
          .containsExactly(
              Arrays.copyOfRange(bag.values().toArray(), bag.start(row), bag.start(row + 1)));
    }
  }

  @Test
  void keepsEmptyBagsApartFromMissingOnes() {
    ExampleInfo info = new Infos().bag("tags", new Rows.Learnt(0)).build();
    RawColumns columns = Infos.columns(info);
    columns.texts(0, new String[0]);
    columns.endRow();
    columns.texts(0, (String[]) null);
    columns.endRow();
    columns.texts(0, Arrays.asList("a", null));
    columns.endRow();
    EncodedBag bag = Preprocessing.fit(info, columns).encode(columns).bag(0);
    assertThat(bag.starts().toArray()).containsExactly(0, 0, 1, 3);
    assertThat(bag.values().toArray()).containsExactly(0, 1, 0);
  }

  @Test
  void needsRows() {
    ExampleInfo info = labels();
    assertThatThrownBy(() -> Preprocessing.fit(info, Infos.columns(info)))
        .isInstanceOf(DataException.class)
        .hasMessage("train: found no row, expected some to learn from");
  }

  @Test
  void refusesDamagedTrees() {
    ExampleInfo info = everything();
    Map<String, Object> tree = Preprocessing.fit(info, random(info, 1, 20)).toTree();
    assertDamaged(
        info, tree, "numbers", null, "preprocessing.numbers: found nothing, expected a map");
    assertDamaged(
        info,
        tree,
        "numbers",
        Map.of("x", Map.of("mean", List.of(1.0))),
        "preprocessing.numbers.x.mean: found 1 numbers, expected 3");
    assertDamaged(
        info,
        tree,
        "numbers",
        Map.of("x", Map.of("mean", List.of(1.0, "a", 2.0))),
        "preprocessing.numbers.x.mean: found \"a\", expected a finite number");
    assertDamaged(
        info,
        tree,
        "vocabularies",
        Map.of("word", Map.of("texts", 3)),
        "preprocessing.vocabularies.word.texts: found \"3\", expected a list");
    assertDamaged(
        info,
        tree,
        "vocabularies",
        Map.of("word", Map.of("ids", List.of("x"))),
        "preprocessing.vocabularies.word.ids: found \"x\", expected an id");
  }

  private static void assertDamaged(
      ExampleInfo info, Map<String, Object> tree, String key, Object value, String message) {
    Map<String, Object> damaged = new LinkedHashMap<>(tree);
    damaged.put(key, value);
    assertThatThrownBy(() -> Preprocessing.fromTree(info, new HashMap<>(damaged)))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(message);
  }
}
