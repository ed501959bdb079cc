package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntityF1Test {
  private static final List<String> TAGS = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC");

  @Test
  void onlyForTagsOfEntities() {
    assertThat(EntityF1.of(TAGS, 3)).isPresent();
    assertThat(EntityF1.of(List.of("B_PER", "I_PER", "O"), 3)).isPresent();
    assertThat(EntityF1.of(List.of("NOUN", "VERB", "O"), 3)).isEmpty();
    assertThat(EntityF1.of(List.of("B-PER", "I-PER"), 3)).isEmpty();
    assertThat(EntityF1.of(List.of("O", "B-"), 3)).isEmpty();
    assertThat(EntityF1.of(List.of("O"), 3)).isEmpty();
  }

  @Test
  void byHand() {
    // An entity found, one with a wrong end, one of a wrong type, one not found.
    assertThat(
            f1(
                "B-PER I-PER O B-LOC I-LOC O B-LOC O B-PER",
                "B-PER I-PER O B-LOC O     O B-PER O O"))
        .isEqualTo(2 * 1. / (4 + 3));
  }

  @Test
  void aStrayInsideOpensAnEntity() {
    assertThat(f1("B-PER I-PER O", "I-PER I-PER O")).isEqualTo(1);
    assertThat(f1("B-PER I-LOC O", "I-PER B-LOC O")).isEqualTo(1);
    assertThat(f1("B-PER I-PER O", "B-PER B-PER O")).isZero();
  }

  @Test
  void theEndOfARowCloses() {
    assertThat(f1("O B-PER I-PER", "O B-PER I-PER")).isEqualTo(1);
    // Two rows: what ends the first does not go on in the second.
    float[] tags = {1, 2, 2, 0};
    assertThat(f1(new LabelledRows(2, tags, tags, new float[] {1, 1, 1, 1}), 2)).isEqualTo(1);
    float[] other = {1, 2, 1, 0};
    assertThat(f1(new LabelledRows(2, other, tags, new float[] {1, 1, 1, 1}), 2)).isEqualTo(1);
  }

  @Test
  void paddingCloses() {
    float[] labels = {1, 2, 2};
    float[] outputs = {1, 2, -1};
    assertThat(f1(new LabelledRows(1, outputs, labels, new float[] {3, 3, 0}), 3)).isEqualTo(1);
  }

  @Test
  void withoutEntitiesNothingIsDefined() {
    assertThat(f1("O O", "O O")).isNaN();
    assertThat(f1("O O", "O B-LOC")).isZero();
    assertThat(f1("O B-LOC", "O O")).isZero();
  }

  @Test
  void rowsCountByWeight() {
    float[] labels = {1, 0, 3, 0};
    float[] outputs = {1, 0, 1, 0};
    assertThat(f1(new LabelledRows(2, outputs, labels, new float[] {3, 3, 1, 1}), 2))
        .isEqualTo(2 * 3. / (4 + 4));
  }

  @Test
  void agreesWithSetsOfSpans() {
    SplittableRandom random = new SplittableRandom(9);
    int rows = 200;
    int length = 7;
    float[] labels = new float[rows * length];
    float[] outputs = new float[rows * length];
    float[] weights = new float[rows * length];
    Set<List<Integer>> expected = new HashSet<>();
    Set<List<Integer>> found = new HashSet<>();
    for (int row = 0; row < rows; row++) {
      int there = random.nextInt(length + 1);
      for (int i = 0; i < length; i++) {
        int at = row * length + i;
        labels[at] = random.nextInt(5);
        outputs[at] = random.nextInt(4) > 0 ? labels[at] : random.nextInt(5);
        weights[at] = i < there ? 1 : 0;
      }
      expected.addAll(spans(labels, row * length, there));
      found.addAll(spans(outputs, row * length, there));
    }
    Set<List<Integer>> right = new HashSet<>(expected);
    right.retainAll(found);
    assertThat(right).hasSizeGreaterThan(100);
    assertThat(f1(new LabelledRows(rows, outputs, labels, weights), length))
        .isCloseTo(2. * right.size() / (expected.size() + found.size()), within(1e-12));
  }

  /** First position, the one after the last, type: tag 1 and 2 are of type 0, 3 and 4 of type 1. */
  private static List<List<Integer>> spans(float[] tags, int first, int length) {
    List<List<Integer>> spans = new ArrayList<>();
    int i = first;
    while (i < first + length) {
      int tag = (int) tags[i];
      int from = i++;
      if (tag > 0) {
        int type = (tag - 1) / 2;
        while (i < first + length && tags[i] == 2 + 2 * type) {
          i++;
        }
        spans.add(List.of(from, i, type));
      }
    }
    return spans;
  }

  private static double f1(String labels, String outputs) {
    float[] actual = tags(labels);
    float[] ones = new float[actual.length];
    Arrays.fill(ones, 1);
    return f1(new LabelledRows(1, tags(outputs), actual, ones), actual.length);
  }

  private static double f1(LabelledRows rows, int positions) {
    EntityF1 metric = EntityF1.of(TAGS, positions).orElseThrow();
    metric.add(rows);
    return metric.value();
  }

  private static float[] tags(String text) {
    String[] words = text.split(" +");
    float[] tags = new float[words.length];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = TAGS.indexOf(words[i]);
    }
    return tags;
  }
}
