package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TaskAffinity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What epochs report of weights and gradients, and the affinity of tasks that follows. */
class BalanceReportTest {
  private static final List<Garden> ROWS = Garden.grow(60, 4);
  private static final double[] LOSS_WEIGHTS = {1, 0.5, 2, 3};

  @Test
  void sampledGradientsAreThoseThatAreMixed() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      run.after(options -> options.balancing(Balancing.pcGrad()), LOSS_WEIGHTS);
      BalanceReport mixed = run.history().last().balance();
      run.after(options -> options.reportGradients(1), LOSS_WEIGHTS);
      BalanceReport sampled = run.history().last().balance();
      assertThat(sampled.samples()).isEqualTo(1);
      assertThat(sampled.gradientNorms()).isEqualTo(mixed.gradientNorms());
      assertThat(sampled.cosines()).isEqualTo(mixed.cosines());
      assertThat(sampled.gains()).isEqualTo(mixed.gains());
      for (int i = 0; i < 4; i++) {
        double norm = sampled.gradientNorms().get(i);
        double loss = LOSS_WEIGHTS[i] * run.history().last().losses().get(i);
        assertThat(sampled.gains().get(i).get(i))
            .isCloseTo(norm * norm / loss, within(1e-4 * norm * norm / loss));
        assertThat(sampled.cosines().get(i).get(i)).isEqualTo(1);
        double gradient = length(run.gradientOf(i));
        assertThat(norm).isCloseTo(LOSS_WEIGHTS[i] * gradient, within(1e-3 * norm));
      }
    }
  }

  /** Of what is shared. */
  private static double length(Map<String, double[]> gradient) {
    double sum = 0;
    for (Map.Entry<String, double[]> each : gradient.entrySet()) {
      for (double element : each.getValue()) {
        sum += each.getKey().startsWith("tasks.") ? 0 : element * element;
      }
    }
    return Math.sqrt(sum);
  }

  /** Also where dropout draws and statistics move. */
  @Test
  void samplingChangesNothing() {
    try (GardenRun run = new GardenRun(new GardenModel(true, p -> p), ROWS)) {
      for (Balancing method : List.of(Balancing.fixedWeights(), Balancing.gradDrop())) {
        Map<String, float[]> without =
            run.after(options -> options.balancing(method).epochs(2).batchSize(10));
        assertThat(run.history().last().balance().samples()).isZero();
        Map<String, float[]> with =
            run.after(
                options -> options.balancing(method).epochs(2).batchSize(10).reportGradients(4));
        with.forEach((path, values) -> assertThat(without.get(path)).containsExactly(values));
        // Steps 1 and 5, then 9.
        assertThat(run.history().epochs())
            .extracting(epoch -> epoch.balance().samples())
            .containsExactly(2, 1);
      }
    }
  }

  @Test
  void weightsAreThoseInUse() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      run.after(options -> options, LOSS_WEIGHTS);
      assertThat(run.history().last().balance().weights()).containsExactly(1.0, 0.5, 2.0, 3.0);
      run.after(options -> options.balancing(Balancing.mgda()).batchSize(1), LOSS_WEIGHTS);
      List<Double> weights = run.history().last().balance().weights();
      for (int i = 0; i < 4; i++) {
        assertThat(weights.get(i) / LOSS_WEIGHTS[i]).isBetween(0.0, 1.0);
      }
      run.after(options -> options.balancing(Balancing.gradDrop()), LOSS_WEIGHTS);
      assertThat(run.history().last().balance().weights()).containsOnly(Double.NaN);
    }
  }

  @Test
  void whatIsNotKnownIsNoNumber() {
    try (GardenRun run = new GardenRun(TwoTrunks.oneApart(), ROWS)) {
      run.after(options -> options.reportGradients(1));
      BalanceReport report = run.history().last().balance();
      assertThat(report.gradientNorms().get(1)).isPositive();
      assertThat(report.gradientNorms().get(3)).isNaN();
      assertThat(report.cosines().get(0).get(3)).isNaN();
      run.after(options -> options);
      assertThat(run.history().last().balance().cosines().get(0)).containsOnly(Double.NaN);
    }
  }

  @Test
  void reportGradientsRefusesLessThanNone() {
    assertThatThrownBy(
            () -> new TrainerBuilder<GardenTask, TrainerOptions>(all -> all).reportGradients(-1))
        .isInstanceOf(EspalierException.class)
        .hasMessage(
            "Parameter `reportGradients` should be at least 0. Found `reportGradients = -1`.");
  }

  // ---- Affinity ---------------------------------------------------------------------------------

  private static EpochReport epoch(int number, List<List<Double>> cosines) {
    List<List<Double>> gains = List.of(List.of(2.0, -1.0), List.of(0.5, 4.0));
    List<Double> ones = List.of(1.0, 1.0);
    return new EpochReport(
        number,
        ones,
        new BalanceReport(ones, 1, ones, cosines, gains),
        Optional.empty(),
        List.of(),
        1,
        1,
        1,
        1,
        0);
  }

  @Test
  void affinityIsTheMeanOverEpochs() {
    double none = Double.NaN;
    History history =
        new History(
            List.of("income", "marital"),
            List.of(
                epoch(1, List.of(List.of(1.0, -0.5), List.of(-0.5, 1.0))),
                epoch(2, List.of(List.of(1.0, 0.25), List.of(0.25, 1.0))),
                epoch(3, List.of(List.of(none, none), List.of(none, none)))),
            RunEnd.ALL_EPOCHS,
            Optional.empty());
    TaskAffinity affinity = history.affinity();
    assertThat(affinity.cosines().get(0)).containsExactly(1.0, -0.125);
    assertThat(affinity.help(0, 1)).isEqualTo(-0.25);
    assertThat(affinity.help(1, 0)).isEqualTo(0.25);
    assertThat(affinity.isKnown()).isTrue();
    assertThat(affinity.toMap())
        .isEqualTo(
            Map.of(
                "income", Map.of("marital", Map.of("cosine", -0.125, "help", -0.25)),
                "marital", Map.of("income", Map.of("cosine", -0.125, "help", 0.25))));
    assertThat(affinity.toString())
        .isEqualTo(
            """
            cosine (help)           income         marital
            income           +1.00 (+1.00)   -0.13 (-0.25)
            marital          -0.13 (+0.25)   +1.00 (+1.00)\
            """);
  }

  @Test
  void affinityOfUnknownGradientsIsATableOfNothing() {
    try (GardenRun run = new GardenRun(GardenModel.plain(), ROWS)) {
      run.after(options -> options);
      assertThat(run.history().affinity().isKnown()).isFalse();
      assertThat(run.history().affinity().toMap().values()).allMatch(Map::isEmpty);
      assertThat(run.history().affinity().toString().lines().skip(1))
          .allMatch(line -> line.endsWith("-"));
    }
  }
}
