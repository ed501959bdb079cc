package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Given;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.NotAbove;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What tasks that depend on tasks learn. */
class FunnelTest {
  private final SplittableRandom random = new SplittableRandom(3);

  /**
   * Purchases given a click, of rows whose clicks depend on the same thing: some rows know of the
   * click, some of the purchase, most of both.
   */
  @SharedTrunk({16})
  record Visit(
      @Numeric(normalize = Normalize.UNCHANGED) float wish,
      @Numeric(normalize = Normalize.UNCHANGED) float price,
      @TaskHead Boolean click,
      @TaskHead @Given("click") Boolean buy) {

    double clicks() {
      return sigmoid(3 * wish - 1);
    }

    double buysOnceClicked() {
      return sigmoid(1 - 2 * wish + 2 * price);
    }
  }

  @Test
  void theConditionalIsLearntOverAllRows() {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      Visit visit = new Visit(uniform(), uniform(), null, null);
      boolean click = random.nextDouble() < visit.clicks();
      boolean buy = click && random.nextDouble() < visit.buysOnceClicked();
      visits.add(
          new Visit(
              visit.wish(), visit.price(), i % 5 == 0 ? null : click, i % 5 == 1 ? null : buy));
    }
    try (FunnelTestVisitTrainer trainer =
        FunnelTestVisitTrainer.builder().epochs(40).learningRate(5e-3).seed(1).build()) {
      trainer.fit(FunnelTestVisitData.of(visits));
      double click = 0;
      double conditional = 0;
      for (Visit visit : visits) {
        FunnelTestVisitPrediction found = trainer.predict(visit);
        click += Math.abs(found.click() - visit.clicks()) / visits.size();
        conditional += Math.abs(found.buyGivenClick() - visit.buysOnceClicked()) / visits.size();
      }
      assertThat(click).isLessThan(0.05);
      assertThat(conditional).isLessThan(0.08);
    }
  }

  /** Labels that contradict the order: what comes later is said to be likelier. */
  @SharedTrunk({8})
  record Odd(
      @Numeric float x,
      @TaskHead Boolean first,
      @TaskHead Boolean free,
      @TaskHead @NotAbove(value = "first", strength = 20) Boolean bound) {}

  @Test
  void whatIsNotAboveHardlyEverIs() {
    List<Odd> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean later = i % 4 > 0;
      rows.add(new Odd(uniform(), i % 4 == 1, later, later));
    }
    try (FunnelTestOddTrainer trainer = odd(rows)) {
      for (FunnelTestOddPrediction found : trainer.predict(rows)) {
        assertThat(found.bound()).isLessThan(found.first() + 0.05f);
      }
      assertThat(trainer.predict(rows).get(0).free())
          .isGreaterThan(trainer.predict(rows).get(0).bound() + 0.1f);
    }
  }

  /** Of rows that have one of the two labels none says how the two compare. */
  @Test
  void withoutTheOtherLabelNothingIsBound() {
    List<Odd> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean ofFirst = i % 2 == 0;
      boolean later = i % 4 != 1;
      rows.add(
          new Odd(uniform(), ofFirst ? i % 8 == 0 : null, null, ofFirst ? null : (Boolean) later));
    }
    try (FunnelTestOddTrainer trainer =
        FunnelTestOddTrainer.builder()
            .epochs(60)
            .learningRate(0.02)
            .lossWeight(FunnelTestOddTask.free, 0)
            .build()) {
      trainer.fit(FunnelTestOddData.of(rows));
      FunnelTestOddPrediction found = trainer.predict(rows.get(0));
      assertThat(found.first()).isBetween(0.1f, 0.4f);
      assertThat(found.bound()).isBetween(0.35f, 0.65f);
    }
  }

  private FunnelTestOddTrainer odd(List<Odd> rows) {
    FunnelTestOddTrainer trainer =
        FunnelTestOddTrainer.builder().epochs(60).learningRate(0.02).seed(2).build();
    trainer.fit(FunnelTestOddData.of(rows));
    return trainer;
  }

  private float uniform() {
    return (float) (2 * random.nextDouble() - 1);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
