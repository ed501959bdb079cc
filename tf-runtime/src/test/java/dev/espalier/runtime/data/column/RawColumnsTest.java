package dev.espalier.runtime.data.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Infos;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.data.store.IntColumn;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.model.RowWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RawColumnsTest {
  enum Two {
    P,
    Q
  }

  enum Three {
    A,
    B,
    C
  }

  private static final ExampleInfo INFO =
      new Infos()
          .number("age", Infos.standardized()) // 0
          .number("pixels", Infos.unchanged(3)) // 1
          .category("user", new Rows.Ids(7)) // 2
          .bag("items", new Rows.Ids(4)) // 3
          .bag("kinds", new Rows.Constants(List.of("P", "Q"))) // 4
          .category("sex", new Rows.Constants(List.of("P", "Q"))) // 5
          .task("rich", new Kind.Binary()) // 0
          .task("status", new Kind.MultiClass(List.of("A", "B", "C"))) // 1
          .task("tags", new Kind.MultiLabel(List.of("P", "Q"))) // 2
          .task("price", new Kind.Regression(2, true)) // 3
          .task("cost", new Kind.Regression(1, true)) // 4
          .build();

  /** Only rich needs the pixels; status takes the prediction of rich. */
  private static final List<Needs> NEEDS =
      List.of(
          new Needs(new int[] {0, 1}, new int[0]),
          new Needs(new int[] {0}, new int[] {0}),
          new Needs(new int[] {0}, new int[0]),
          new Needs(new int[] {0}, new int[0]),
          new Needs(new int[] {0}, new int[0]));

  private static Arguments refused(Consumer<RowWriter> write, String message) {
    return Arguments.of(write, "train, row 1, " + message);
  }

  static Stream<Arguments> refusedRows() {
    return Stream.of(
        refused(
            r -> r.number(0, Float.POSITIVE_INFINITY),
            "feature \"age\": found Infinity, expected a finite number, or NaN for a missing one"),
        refused(
            r -> r.numbers(1, new float[] {0, 1, Float.NEGATIVE_INFINITY}),
            "feature \"pixels\", element 2: found -Infinity, expected a finite number, or NaN for"
                + " a missing one"),
        refused(r -> r.numbers(1, new float[4]), "feature \"pixels\": found 4 numbers, expected 3"),
        refused(r -> r.id(2, 7), "feature \"user\": found 7, expected an id from 0 to 6"),
        refused(r -> r.id(2, -1), "feature \"user\": found -1, expected an id from 0 to 6"),
        refused(
            r -> r.id(2, 1L << 32),
            "feature \"user\": found 4294967296, expected an id from 0 to 6"),
        refused(
            r -> r.ids(3, new int[] {0, 4}),
            "feature \"items\": found 4, expected an id from 0 to 3"),
        refused(
            r -> r.ids(3, new long[] {-2}),
            "feature \"items\": found -2, expected an id from 0 to 3"),
        refused(
            r -> r.constants(4, List.of(Three.C)),
            "feature \"kinds\": found 2, expected an enum constant from 0 to 1"),
        refused(
            r -> r.constant(5, 2),
            "feature \"sex\": found 2, expected an enum constant from 0 to 1"),
        refused(r -> r.text(2, "x"), "feature \"user\": found \"x\", expected an id from 0 to 6"),
        refused(r -> r.label(1, 3), "task \"status\": found class 3, expected a class from 0 to 2"),
        refused(
            r -> r.label(1, -1), "task \"status\": found class -1, expected a class from 0 to 2"),
        refused(r -> r.labels(2, new boolean[3]), "task \"tags\": found 3 labels, expected 2"),
        refused(
            r -> r.labels(2, Collections.<Three>singleton(null)),
            "task \"tags\": found null in the set, expected constants alone"),
        refused(
            r -> r.labels(2, Set.of(Three.C)),
            "task \"tags\": found constant C, expected one of the first 2"),
        refused(r -> r.labels(3, new float[1]), "task \"price\": found 1 numbers, expected 2"),
        refused(
            r -> r.labels(3, new float[] {0, Float.POSITIVE_INFINITY}),
            "task \"price\", element 1: found Infinity, expected a finite number, or NaN for a"
                + " missing one"),
        refused(
            r -> r.label(4, Float.NEGATIVE_INFINITY),
            "task \"cost\": found -Infinity, expected a finite number, or NaN for a missing one"),
        refused(
            r -> r.rowWeight(-1), "row weight: found -1.0, expected a finite number of at least 0"),
        refused(
            r -> r.rowWeight(Float.NaN),
            "row weight: found NaN, expected a finite number of at least 0"),
        refused(
            r -> r.rowWeight(Float.POSITIVE_INFINITY),
            "row weight: found Infinity, expected a finite number of at least 0"),
        refused(
            r -> {
              r.numbers(1, null);
              r.label(0, false);
            },
            "task \"rich\": found a label, expected none: the task needs feature \"pixels\", which"
                + " is absent in this row"),
        refused(
            r -> r.label(1, 2),
            "task \"status\": found a label, expected none: the task needs feature \"pixels\","
                + " which is absent in this row"));
  }

  @ParameterizedTest
  @MethodSource("refusedRows")
  void refusesWhatCantBe(Consumer<RowWriter> write, String message) {
    RawColumns columns = RawColumns.labelled("train", INFO, NEEDS);
    columns.numbers(1, new float[3]);
    columns.endRow();
    assertThatThrownBy(
            () -> {
              write.accept(columns);
              columns.endRow();
            })
        .isInstanceOf(DataException.class)
        .hasMessage(message);
    // Predictors use their columns again.
    columns.clear();
    assertThat(columns.size()).isZero();
    assertThatCode(columns::endRow).doesNotThrowAnyException();
  }

  @Test
  void takesRowsWithoutAFeatureThatNoLabelNeeds() {
    RawColumns columns = RawColumns.labelled("train", INFO, NEEDS);
    columns.numbers(1, null);
    columns.label(4, 1f);
    columns.endRow();
    columns.numbers(1, new float[3]);
    columns.label(0, true);
    columns.endRow();
    EncodedRows rows = Preprocessing.fit(INFO, columns).encode(columns);
    assertThat(rows.available(0, 0)).isFalse();
    assertThat(rows.available(0, 1)).as("needs what rich needs").isFalse();
    assertThat(rows.available(0, 4)).isTrue();
    assertThat(rows.available(1, 0)).isTrue();
    assertThat(rows.labels(0)).isEqualTo(1);
    assertThat(rows.labels(4)).isEqualTo(1);
    assertThat(rows.labels(1)).isZero();
  }

  /** As a text that is missing in a list: its place stays, and nothing is known of it. */
  @Test
  void takesConstantsThatAreMissing() {
    RawColumns columns = RawColumns.labelled("train", INFO, NEEDS);
    columns.constants(4, Arrays.asList(Two.Q, null));
    columns.endRow();
    assertThat(columns.features().bag(4).start(1)).isEqualTo(2);
    assertThat(columns.features().bag(4).code(0)).isEqualTo(1);
    assertThat(columns.features().bag(4).code(1)).isEqualTo(IntColumn.MISSING);
  }

  @Test
  void ignoresLabelsForPrediction() {
    RawColumns columns = RawColumns.unlabelled("predict", INFO, NEEDS);
    columns.label(1, 17);
    columns.labels(3, new float[5]);
    columns.rowWeight(-1);
    columns.label(0, true); // the pixels are absent
    columns.endRow();
    assertThat(columns.size()).isEqualTo(1);
  }
}
