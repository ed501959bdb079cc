package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels that their loss is not defined for. */
class LabelDomainsTest {
  private static final float NAN = Float.NaN;
  private static final float[] COUNTS = {0, 3};
  private static final float[] SHARES = {.25f, .75f, 0};

  @Test
  void countsAreNotNegative() {
    refuses(
        new DomainRow(1, -1, COUNTS, SHARES),
        "row 1, task \"visits\": found -1.0, expected a number of at least 0");
    refuses(
        new DomainRow(1, 1, new float[] {2, -.5f}, SHARES),
        "row 1, task \"counts\", element 1: found -0.5, expected a number of at least 0");
  }

  @Test
  void sharesAreADistribution() {
    refuses(
        new DomainRow(1, 1, COUNTS, new float[] {.5f, .25f, .125f}),
        "row 1, task \"shares\": found numbers that add up to 0.875, expected a distribution,"
            + " which adds up to 1");
    refuses(
        new DomainRow(1, 1, COUNTS, new float[] {1.5f, -.5f, 0}),
        "row 1, task \"shares\", element 1: found -0.5, expected a number of at least 0");
    refuses(
        new DomainRow(1, 1, COUNTS, new float[] {.5f, NAN, .5f}),
        "row 1, task \"shares\": found a distribution without 1 of its numbers, expected all or"
            + " none");
    refuses(
        new DomainRow(1, 1, COUNTS, new float[] {1, 0}),
        "row 1, task \"shares\": found 2 numbers, expected 3");
  }

  @Test
  void whatIsMissingOrNearlyRightIsTaken() {
    takes(new DomainRow(1, NAN, new float[] {NAN, 0}, new float[] {NAN, NAN, NAN}));
    takes(new DomainRow(1, 0, null, null));
    takes(new DomainRow(1, .5f, COUNTS, new float[] {.333f, .333f, .3335f}));
  }

  private static void refuses(DomainRow row, String message) {
    assertThatThrownBy(() -> train(row))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(message);
  }

  private static void takes(DomainRow row) {
    assertThat(train(row)).isFinite();
  }

  private static double train(DomainRow row) {
    try (DomainRowTrainer trainer = DomainRowTrainer.builder().epochs(1).batchSize(2).build()) {
      Dataset<DomainRow> rows = Dataset.of(List.of(new DomainRow(0, 1, COUNTS, SHARES), row));
      return trainer.fit(rows).last().loss(DomainRowTask.shares);
    }
  }
}
