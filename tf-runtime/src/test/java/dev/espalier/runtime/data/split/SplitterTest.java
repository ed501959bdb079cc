package dev.espalier.runtime.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitterTest {

  /** A visit of a patient, and what was found; the label may be missing. */
  private record Visit(int id, String patient, String label, int year) {}

  /** Patients with one to seven visits each; one label in ten, and one in twenty is missing. */
  private static List<Visit> visits(int count) {
    Random random = new Random(5);
    List<Visit> visits = new ArrayList<>();
    int patient = 0;
    int left = 0;
    for (int id = 0; id < count; id++) {
      if (left == 0) {
        patient++;
        left = 1 + random.nextInt(7);
      }
      left--;
      String label = id % 20 == 7 ? null : id % 10 == 3 ? "ill" : "well";
      visits.add(new Visit(id, "p" + patient, label, 1990 + id % 5));
    }
    return visits;
  }

  private static List<Integer> ids(Dataset<Visit> data) {
    return data.toList().stream().map(Visit::id).toList();
  }

  private static Map<String, Long> counts(Dataset<Visit> data, Function<Visit, ?> of) {
    return data.toList().stream()
        .collect(
            Collectors.groupingBy(each -> String.valueOf(of.apply(each)), Collectors.counting()));
  }

  private static List<Integer> all(Split<Visit> split) {
    List<Integer> all = new ArrayList<>(ids(split.train()));
    all.addAll(ids(split.validation()));
    all.addAll(ids(split.test()));
    Collections.sort(all);
    return all;
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void partsAreExactAndShareNoRow() {
    Dataset<Visit> data = Dataset.of(visits(1000));
    Split<Visit> split = data.split(0.8, 0.15, 0.05, 7);
    assertThat(ids(split.train())).hasSize(800).isSorted();
    assertThat(ids(split.validation())).hasSize(150).isSorted();
    assertThat(ids(split.test())).hasSize(50).isSorted();
    assertThat(all(split)).isEqualTo(upTo(1000));
    // By chance: the last twentieth isn't the test part, nor is every twentieth row.
    assertThat(ids(split.test()).stream().mapToInt(id -> id).sum()).isBetween(15_000, 35_000);
    assertThat(ids(split.test()).stream().map(id -> id % 20).distinct().count()).isGreaterThan(10);
    assertThat(split.test().name()).isEqualTo("examples, test");
  }

  @Test
  void theSeedDecides() {
    Dataset<Visit> data = Dataset.of(visits(200));
    List<Integer> once = ids(data.split(0.5, 0, 0.5, 7).test());
    assertThat(ids(data.split(0.5, 0, 0.5, 7).test())).isEqualTo(once);
    assertThat(ids(data.split(0.5, 0, 0.5, 8).test())).isNotEqualTo(once);
    assertThat(ids(data.split(0.5, 0, 0.5, 7).validation())).isEmpty();
  }

  @Test
  void labelsAreAsOftenInEachPart() {
    Dataset<Visit> data = Dataset.of(visits(1000));
    Split<Visit> split = data.splitter().stratifiedBy(Visit::label).split(0.8, 0.1, 0.1, 3);
    assertThat(counts(split.train(), Visit::label))
        .isEqualTo(Map.of("well", 680L, "ill", 80L, "null", 40L));
    assertThat(counts(split.test(), Visit::label))
        .isEqualTo(Map.of("well", 85L, "ill", 10L, "null", 5L));
    assertThat(all(split)).isEqualTo(upTo(1000));
  }

  /** Whatever is left over of many small strata evens out. */
  @Test
  void totalsAreExactForManySmallStrata() {
    Dataset<Visit> data = Dataset.of(visits(900));
    Split<Visit> split =
        data.splitter().stratifiedBy(each -> each.id() / 3).split(0.7, 0.2, 0.1, 3);
    assertThat(ids(split.train())).hasSize(630);
    assertThat(ids(split.validation())).hasSize(180);
    assertThat(ids(split.test())).hasSize(90);
  }

  @Test
  void groupsStayTogetherInWhateverOrderRowsCome() {
    List<Visit> visits = visits(1000);
    Splitter<Visit> splitter = Dataset.of(visits).splitter().groupedBy(Visit::patient);
    Split<Visit> split = splitter.split(0.6, 0.2, 0.2, 11);
    Set<String> train = counts(split.train(), Visit::patient).keySet();
    Set<String> test = counts(split.test(), Visit::patient).keySet();
    assertThat(train).doesNotContainAnyElementsOf(test);
    assertThat(train)
        .doesNotContainAnyElementsOf(counts(split.validation(), Visit::patient).keySet());
    assertThat(all(split)).isEqualTo(upTo(1000));
    assertThat(ids(split.train()).size()).isBetween(590, 610);
    assertThat(ids(split.test()).size()).isBetween(190, 210);

    List<Visit> shuffled = new ArrayList<>(visits);
    Collections.shuffle(shuffled, new Random(1));
    Split<Visit> other = splitter.over(Dataset.of(shuffled)).split(0.6, 0.2, 0.2, 11);
    assertThat(counts(other.test(), Visit::patient).keySet()).isEqualTo(test);
    Split<Visit> reseeded = splitter.split(0.6, 0.2, 0.2, 12);
    assertThat(counts(reseeded.test(), Visit::patient).keySet()).isNotEqualTo(test);
  }

  @Test
  void foldsAreStratifiedAndGroupedAtOnce() {
    Dataset<Visit> data = Dataset.of(visits(2000));
    List<Fold<Visit>> folds =
        data.splitter().stratifiedBy(Visit::label).groupedBy(Visit::patient).folds(5, 2);
    List<Integer> tested = new ArrayList<>();
    for (Fold<Visit> fold : folds) {
      Set<String> patients = counts(fold.test(), Visit::patient).keySet();
      assertThat(counts(fold.train(), Visit::patient).keySet())
          .doesNotContainAnyElementsOf(patients);
      assertThat(counts(fold.test(), Visit::label).get("ill")).isBetween(36L, 44L);
      assertThat(ids(fold.test()).size()).isBetween(390, 410);
      assertThat(ids(fold.train()).size() + ids(fold.test()).size()).isEqualTo(2000);
      tested.addAll(ids(fold.test()));
    }
    Collections.sort(tested);
    assertThat(tested).isEqualTo(upTo(2000));
    assertThat(folds.get(1).train().name()).isEqualTo("examples, all but fold 2 of 5");
    assertThat(folds.get(1).test().name()).isEqualTo("examples, fold 2 of 5");
  }

  @Test
  void columnsSplit() {
    Dataset<Visit> data = Dataset.of(visits(10));
    Split<Visit> split = data.splitBy(Visit::year, Set.of(1993), Set.of(1994));
    assertThat(ids(split.train())).containsExactly(0, 1, 2, 5, 6, 7);
    assertThat(ids(split.validation())).containsExactly(3, 8);
    assertThat(ids(split.test())).containsExactly(4, 9);
    Split<Visit> labelled =
        data.splitBy(
            each ->
                each.label() == null
                    ? null
                    : each.label().equals("ill") ? SplitPart.TEST : SplitPart.TRAIN);
    assertThat(ids(labelled.train())).containsExactly(0, 1, 2, 4, 5, 6, 8, 9);
    assertThat(ids(labelled.test())).containsExactly(3);
    assertThat(ids(labelled.validation())).isEmpty();
    assertThat(ids(data.filter(each -> each.year() == 1990))).containsExactly(0, 5);
    assertThat(data.filter(each -> true).name()).isEqualTo("examples, filtered");
    assertThatThrownBy(() -> data.splitBy(Visit::year, Set.of(1), Set.of(1, 2)))
        .hasMessage("A value of a column belongs to one part. Found 1 for validation and test.");
  }

  @Test
  void nothingIsReadBeforeAPartIs() {
    int[] readings = new int[1];
    Dataset<Visit> data =
        new Dataset<>() {
          @Override
          public void read(Consumer<? super Visit> consumer) {
            readings[0]++;
            visits(10).forEach(consumer);
          }

          @Override
          public String name() {
            return "visits.csv";
          }
        };
    Split<Visit> split = data.split(0.5, 0.2, 0.3, 1);
    assertThat(readings[0]).isZero();
    all(split);
    assertThat(readings[0]).isEqualTo(4);
  }

  @Test
  void refusesWhatCantBeSplit() {
    Dataset<Visit> three = Dataset.of(visits(3));
    assertThatThrownBy(() -> three.split(0.8, 0.3, -0.1, 1))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Found split(0.8, 0.3, -0.1, seed)");
    assertThatThrownBy(() -> three.split(0.8, 0.1, 0.2, 1)).hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> three.splitter().folds(1, 1)).hasMessageContaining("Found 1");
    assertThatThrownBy(() -> three.split(0.8, 0.1, 0.1, 1).train().toList())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "examples: found 3 rows, expected more: of 3 parts, that of share 0.1 would have none");
    assertThatThrownBy(
            () -> three.splitter().groupedBy(Visit::label).split(0.5, 0, 0.5, 1).train().toList())
        .hasMessageContaining("examples: found 1 groups, expected more");
    List<Visit> nobody = List.of(new Visit(0, "a", "", 0), new Visit(1, null, "", 0));
    assertThatThrownBy(
            () ->
                Dataset.of(nobody)
                    .splitter()
                    .groupedBy(Visit::patient)
                    .split(0.5, 0, 0.5, 1)
                    .train()
                    .toList())
        .hasMessage("examples, row 1: found null, expected a group");
  }

  @Test
  void refusesDataThatChanges() {
    List<Visit> growing = new ArrayList<>(visits(10));
    Split<Visit> split = Dataset.of(growing).split(0.5, 0, 0.5, 1);
    assertThat(ids(split.train())).hasSize(5);
    growing.add(growing.get(0));
    assertThatThrownBy(() -> split.train().toList())
        .hasMessageStartingWith("examples: found 11 rows, expected 10, as when it was split");
    List<Visit> changing = new ArrayList<>(visits(20));
    Split<Visit> grouped =
        Dataset.of(changing).splitter().groupedBy(Visit::patient).split(0.5, 0, 0.5, 1);
    grouped.train().toList();
    changing.set(2, new Visit(2, "new", null, 0));
    assertThatThrownBy(() -> grouped.train().toList())
        .hasMessageStartingWith("examples, row 2: found group \"new\", expected one of the");
  }

  /** Shares come out whole, whatever was owed before. */
  @Test
  void quotasAddUp() {
    Random random = new Random(9);
    for (int trial = 0; trial < 200; trial++) {
      double first = random.nextDouble();
      Shares shares = new Shares(new double[] {first, 0, 1 - first});
      double[] due = new double[3];
      int[] sums = new int[3];
      int rows = 0;
      for (int stratum = 0; stratum < 30; stratum++) {
        int size = random.nextInt(4);
        int[] quotas = shares.quotas(size, due);
        assertThat(Arrays.stream(quotas).sum()).isEqualTo(size);
        assertThat(quotas[1]).isZero();
        Arrays.setAll(sums, p -> sums[p] + quotas[p]);
        rows += size;
      }
      assertThat(Math.abs(sums[0] - first * rows)).isLessThan(1.5);
    }
    assertThat(new HashMap<>(Map.of("thirds", Shares.equal(3).quotas(10, new double[3]))))
        .containsEntry("thirds", new int[] {4, 3, 3});
  }
}
