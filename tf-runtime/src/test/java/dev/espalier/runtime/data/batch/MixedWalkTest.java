package dev.espalier.runtime.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.Infos;
import dev.espalier.runtime.data.Samples;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.model.PredictionReader;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.model.TaskKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk over several sets of rows, and what of their labels counts. */
class MixedWalkTest {
  private static final ExampleInfo INFO =
      new Infos()
          .number("place", Infos.unchanged(2))
          .number("size", Infos.standardized())
          .bag("visitors", new Rows.Ids(3))
          .task("yes", new Kind.Binary())
          .task("kind", new Kind.MultiClass(List.of("a", "b")))
          .task("price", new Kind.Regression(1, true))
          .build();

  private enum Of implements TaskKey {
    yes,
    kind,
    price
  }

  /** A row by its set and its number there; every one has every label. */
  private record Row(int set, int number, float price) {}

  private record Codec() implements ExampleCodec<Row, Row, Row> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Row in, RowWriter row) {
      encodeInput(in, row);
      row.label(0, in.number() % 2 == 0);
      row.label(1, in.number() % 10 == 0 ? 1 : 0);
      row.label(2, in.price());
    }

    @Override
    public void encodeInput(Row in, RowWriter row) {
      row.numbers(0, new float[] {in.set(), in.number()});
      row.number(1, in.price());
      row.ids(2, new int[] {in.number() % 3});
    }

    @Override
    public Row decode(PredictionReader row) {
      throw new UnsupportedOperationException();
    }
  }

  private static Dataset<Row> set(int set, int rows) {
    return Dataset.of(
        IntStream.range(0, rows).mapToObj(i -> new Row(set, i, 100 * set + i)).toList());
  }

  /** One set for each task. */
  private static TaskData<Row, Of> sets(int... sizes) {
    TaskData<Row, Of> data = TaskData.of(Of.yes, set(0, sizes[0]));
    for (int i = 1; i < sizes.length; i++) {
      data = data.and(Of.values()[i], set(i, sizes[i]));
    }
    return data;
  }

  private static EncodedRows encoded(TaskData<Row, Of> data) {
    RawColumns raw = RawColumns.read(data, new Codec(), Infos.needs(INFO));
    return Preprocessing.fit(INFO, raw).encode(raw);
  }

  private static MixedWalk walk(TaskData<Row, Of> data, int batchSize, long seed) {
    return new MixedWalk(encoded(data), data, batchSize, seed, OptionalInt.empty());
  }

  private static BitSet tasks(int... of) {
    BitSet tasks = new BitSet();
    Arrays.stream(of).forEach(tasks::set);
    return tasks;
  }

  /** The rows of an epoch, batch by batch. */
  private static List<List<Row>> epoch(MixedWalk walk, int epoch, int... tasks) {
    Batches batches = walk.next(epoch, tasks(tasks));
    List<List<Row>> all = new ArrayList<>();
    for (int i = 0; i < batches.count(); i++) {
      try (Batch batch = batches.fill(i)) {
        List<Row> rows = new ArrayList<>();
        for (int b = 0; b < batch.size(); b++) {
          rows.add(
              new Row(
                  (int) batch.numbers().getFloat(b, 0), (int) batch.numbers().getFloat(b, 1), 0));
        }
        all.add(rows);
      }
    }
    return all;
  }

  private static List<Row> rows(List<List<Row>> batches) {
    return batches.stream().flatMap(List::stream).toList();
  }

  private static int[] counts(List<Row> rows) {
    int[] counts = new int[3];
    rows.forEach(row -> counts[row.set()]++);
    return counts;
  }

  @Test
  void aBatchHasRowsOfOneSetAndAnEpochAsManyAsThereAre() {
    MixedWalk walk = walk(sets(400, 200, 100), 50, 1);
    assertThat(walk.steps(tasks(0, 1, 2))).isEqualTo(14);
    for (int e = 1; e <= 3; e++) {
      List<List<Row>> batches = epoch(walk, e, 0, 1, 2);
      assertThat(batches).hasSize(14);
      for (List<Row> batch : batches) {
        assertThat(batch).hasSize(50);
        assertThat(batch.stream().map(Row::set).distinct()).hasSize(1);
      }
      assertThat(counts(rows(batches))).containsExactly(400, 200, 100);
      assertThat(new HashSet<>(rows(batches))).hasSize(700);
    }
  }

  /** The first task alone looks at visitors. */
  @Test
  void aBatchOfOneTaskHasWhatTheTaskNeedsAndNoMore() {
    int[] numbers = {0, 1};
    List<Needs> needs =
        List.of(
            new Needs(new int[] {0, 1, 2}, new int[0]),
            new Needs(numbers, new int[0]),
            new Needs(numbers, new int[] {0}));
    TaskData<Row, Of> data = sets(20, 20, 20).mixing(TaskMixing.roundRobin());
    RawColumns raw = RawColumns.read(data, new Codec(), needs);
    EncodedRows rows = Preprocessing.fit(INFO, raw).encode(raw);
    MixedWalk apart = new MixedWalk(rows, data, 20, 1, OptionalInt.empty());
    Batches batches = apart.next(1, tasks(0, 1, 2));
    for (int i = 0; i < 3; i++) {
      try (Batch batch = batches.fill(i)) {
        for (int task = 0; task < 3; task++) {
          assertThat(batch.hasLabel(task)).isEqualTo(task == i);
        }
        // The third takes what the first predicts.
        assertThat(batch.hasBag(0)).isEqualTo(i != 1);
        assertThat(batch.tasks()).isEqualTo(tasks(i));
      }
    }
    MixedWalk mixed = new MixedWalk(rows, data.inMixedBatches(), 20, 1, OptionalInt.empty());
    try (Batch batch = mixed.next(1, tasks(0, 1, 2)).fill(0)) {
      assertThat(batch.hasBag(0)).isTrue();
      assertThat(IntStream.range(0, 3)).allMatch(batch::hasLabel);
    }
  }

  @Test
  void aMixedBatchHasRowsOfAllSetsInTheirShares() {
    MixedWalk walk = walk(sets(400, 200, 100).inMixedBatches(), 70, 1);
    List<List<Row>> batches = epoch(walk, 1, 0, 1, 2);
    assertThat(batches).hasSize(10);
    for (List<Row> batch : batches) {
      assertThat(counts(batch)).containsExactly(40, 20, 10);
    }
    assertThat(new HashSet<>(rows(batches))).hasSize(700);
  }

  /** However sizes, batches and epochs fall together. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachRowComesOnceBeforeAnyComesTwice(boolean mixed) {
    int[] sizes = {203, 17, 64};
    TaskData<Row, Of> data = sets(sizes).mixing(TaskMixing.squareRoot());
    MixedWalk walk = walk(mixed ? data.inMixedBatches() : data, 32, 5);
    List<List<Integer>> bySet = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int e = 1; e <= 12; e++) {
      for (Row row : rows(epoch(walk, e, 0, 1, 2))) {
        bySet.get(row.set()).add(row.number());
      }
    }
    for (int set = 0; set < 3; set++) {
      List<Integer> walked = bySet.get(set);
      assertThat(walked).hasSizeGreaterThan(3 * sizes[set]);
      Set<List<Integer>> orders = new HashSet<>();
      for (int from = 0; from + sizes[set] <= walked.size(); from += sizes[set]) {
        List<Integer> order = walked.subList(from, from + sizes[set]);
        assertThat(new HashSet<>(order)).hasSize(sizes[set]);
        orders.add(order);
      }
      assertThat(orders).hasSize(walked.size() / sizes[set]);
    }
  }

  private record Case(TaskMixing mixing, double[] shares) {}

  /** Of sets with 1000, 100 and 10 rows. */
  static List<Case> mixings() {
    return List.of(
        new Case(TaskMixing.proportional(), new double[] {100 / 111., 10 / 111., 1 / 111.}),
        new Case(
            TaskMixing.squareRoot(),
            new double[] {
              10 / (11 + Math.sqrt(10)),
              Math.sqrt(10) / (11 + Math.sqrt(10)),
              1 / (11 + Math.sqrt(10))
            }),
        new Case(TaskMixing.roundRobin(), new double[] {1 / 3., 1 / 3., 1 / 3.}),
        new Case(
            TaskMixing.temperature(5),
            new double[] {2.51188643 / 5.09677962, 1.58489319 / 5.09677962, 1 / 5.09677962}),
        new Case(TaskMixing.rates(5, 2, 3), new double[] {.5, .2, .3}));
  }

  /** Not only in the end: after any number of turns no set is two turns off. */
  @ParameterizedTest
  @MethodSource("mixings")
  void turnsAreSpreadAsTheSharesSay(Case mixing) {
    for (boolean mixed : new boolean[] {false, true}) {
      TaskData<Row, Of> data = sets(1000, 100, 10).mixing(mixing.mixing());
      MixedWalk walk = walk(mixed ? data.inMixedBatches() : data, 10, 3);
      int[] turns = new int[3];
      int all = 0;
      for (int e = 1; e <= 5; e++) {
        List<List<Row>> batches = epoch(walk, e, 0, 1, 2);
        assertThat(batches).hasSize(111);
        for (int set :
            mixed
                ? rows(batches).stream().mapToInt(Row::set).toArray()
                : batches.stream().mapToInt(batch -> batch.get(0).set()).toArray()) {
          turns[set]++;
          all++;
          for (int i = 0; i < 3; i++) {
            assertThat((double) turns[i]).isCloseTo(all * mixing.shares()[i], within(1.5));
          }
        }
      }
    }
  }

  @Test
  void roundRobinIsInTheOrderOfTheSets() {
    MixedWalk walk = walk(sets(50, 30, 10).mixing(TaskMixing.roundRobin()), 10, 3);
    assertThat(epoch(walk, 1, 0, 1, 2).stream().map(batch -> batch.get(0).set()))
        .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
  }

  @Test
  void aSetOfFewerRowsThanABatchHasBatchesOfAllItsRows() {
    MixedWalk walk = walk(sets(90, 7), 30, 3);
    for (int e = 1; e <= 3; e++) {
      List<List<Row>> batches = epoch(walk, e, 0, 1);
      assertThat(batches).hasSize(4);
      assertThat(batches.stream().filter(batch -> batch.size() == 7)).hasSize(1);
      assertThat(new HashSet<>(rows(batches))).hasSize(97);
    }
  }

  @Test
  void setsWhoseTasksAreNotTrainedTakeNoTurn() {
    MixedWalk walk = walk(sets(100, 50, 20), 10, 3);
    assertThat(walk.steps(tasks(0, 2))).isEqualTo(12);
    assertThat(counts(rows(epoch(walk, 1, 0, 2)))).containsExactly(100, 0, 20);
    assertThat(counts(rows(epoch(walk, 2, 1)))).containsExactly(0, 50, 0);
    assertThat(counts(rows(epoch(walk, 3, 0, 1, 2)))).containsExactly(100, 50, 20);
    assertThat(epoch(walk, 4)).isEmpty();
  }

  @Test
  void theWalkFollowsFromTheSeed() {
    List<List<Row>> first = epoch(walk(sets(60, 30, 20), 10, 3), 1, 0, 1, 2);
    assertThat(epoch(walk(sets(60, 30, 20), 10, 3), 1, 0, 1, 2)).isEqualTo(first);
    assertThat(epoch(walk(sets(60, 30, 20), 10, 4), 1, 0, 1, 2)).isNotEqualTo(first);
    // Sets of one size are not walked in one order.
    List<Row> equal = rows(epoch(walk(sets(40, 40), 10, 3), 1, 0, 1));
    List<Integer> one = equal.stream().filter(row -> row.set() == 0).map(Row::number).toList();
    List<Integer> other = equal.stream().filter(row -> row.set() == 1).map(Row::number).toList();
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void rowsOfAResampledTaskAreDrawnByItsClasses() {
    TaskData<Row, Of> data = sets(100, 100);
    MixedWalk walk = new MixedWalk(encoded(data), data, 10, 3, OptionalInt.of(1));
    List<Row> rows = rows(epoch(walk, 1, 0, 1));
    assertThat(rows.stream().filter(row -> row.set() == 0).distinct()).hasSize(100);
    // One label of kind in ten is of class 1; half of what is drawn is.
    assertThat(rows.stream().filter(row -> row.set() == 1 && row.number() % 10 == 0)).hasSize(50);
  }

  @Test
  void aSetTeachesItsOwnTasksAlone() {
    EncodedRows rows = encoded(sets(40, 30, 20));
    assertThat(IntStream.range(0, 3).map(rows::labels)).containsExactly(40, 30, 20);
    for (int task = 0; task < 3; task++) {
      float[] weights = Samples.weights(rows, task);
      for (int row = 0; row < 90; row++) {
        int set = row < 40 ? 0 : row < 70 ? 1 : 2;
        assertThat(weights[row]).isEqualTo(set == task ? 1 : 0);
      }
    }
    EncodedRows all = encoded(TaskData.of(EnumSet.allOf(Of.class), set(0, 40)));
    assertThat(IntStream.range(0, 3).map(all::labels)).containsExactly(40, 40, 40);
  }

  /** Numbers from all rows alike, labels from those that count. */
  @Test
  void statisticsComeFromAllSetsTogether() {
    TaskData<Row, Of> data = sets(40, 30, 20);
    RawColumns raw = RawColumns.read(data, new Codec(), Infos.needs(INFO));
    Preprocessing learnt = Preprocessing.fit(INFO, raw);
    double mean = (40 * 19.5 + 30 * 114.5 + 20 * 209.5) / 90;
    assertThat(learnt.numbers("size").mean()[0]).isCloseTo(mean, within(1e-4));
    assertThat(learnt.labelMean(2)[0]).isCloseTo(209.5, within(1e-4));
  }

  @Test
  void messagesNameTheSetAndItsOwnRow() {
    Dataset<Row> broken = Dataset.of(List.of(new Row(1, 0, 1), new Row(1, 1, 1f / 0)));
    TaskData<Row, Of> data = TaskData.of(Of.yes, set(0, 5)).and(Of.price, broken);
    assertThatThrownBy(() -> encoded(data))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "examples, row 1, feature \"size\": found Infinity, expected a finite number, or NaN"
                + " for a missing one");
  }

  @Test
  void aSetHasToHaveRowsAndLabels() {
    TaskData<Row, Of> empty = sets(5).and(Of.price, Dataset.of(List.of()));
    assertThatThrownBy(() -> encoded(empty))
        .isInstanceOf(DataException.class)
        .hasMessage("examples: found no row, expected at least one");
    Dataset<Row> unlabelled = Dataset.of(List.of(new Row(1, 0, Float.NaN)));
    assertThatThrownBy(() -> encoded(sets(5).and(Of.price, unlabelled)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "examples (1 rows) has no label of task `price`, which it is to teach. Expected at"
                + " least one.");
    assertThatThrownBy(() -> sets(5).and(Collections.<Of>emptySet(), set(1, 2)))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("at least one task");
  }

  @Test
  void ratesAndTemperaturesHaveARange() {
    assertThatThrownBy(() -> TaskMixing.temperature(0)).isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> TaskMixing.temperature(Double.NaN))
        .isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> TaskMixing.rates(1, 0))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Found `rates = [1.0, 0.0]`");
    assertThatThrownBy(() -> walk(sets(5, 5, 5).mixing(TaskMixing.rates(1, 2)), 2, 1))
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "TaskMixing.rates(...) should hold a rate for each of 3 data sets. Found 2: [1.0, 2.0].");
    assertThat(TaskMixing.temperature(1e-300).shares(new double[] {3, 2})).containsExactly(1, 0);
  }
}
