package dev.espalier.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TaskStop;
import dev.espalier.runtime.train.run.TrainingListener.RunResumed;
import dev.espalier.runtime.train.run.TrainingListener.RunStart;
import dev.espalier.runtime.train.run.TrainingListener.StepReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter lines = new StringWriter();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private long nanos = 5_000_000_000L;

  private Progress drawn(int columns) {
    PrintStream stream = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    return Progress.drawn(new PrintWriter(lines), stream, columns, () -> nanos);
  }

  private static RunStart start() {
    return new RunStart(
        "Census", List.of("income", "married"), List.of(5000, 4000), 5000, 4, 5, 1234, null);
  }

  private static StepReport step(int epoch, int step) {
    return new StepReport(epoch, step, 5, 1000, new double[] {0.25, Double.NaN}, 1e-3, 12345);
  }

  private static EpochReport epoch() {
    List<Double> ones = List.of(1.0, 1.0);
    return new EpochReport(
        2,
        List.of(0.5, Double.NaN),
        new BalanceReport(ones, 0, ones, List.of(ones, ones), List.of(ones, ones)),
        Optional.of(
            new Evaluation(
                List.of(
                    new TaskEvaluation("income", .125, 10, Map.of("auc", .75, "f1[yes]", .5)),
                    new TaskEvaluation("married", Double.NaN, 0, Map.of())))),
        List.of(new TaskStop("income", 2, "auc", .8, 1, true)),
        5000,
        12345,
        81,
        1e-3,
        1);
  }

  private String shown() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theBarShowsLossesSpeedAndTheTimeThatTheRunStillTakes() {
    try (Progress progress = drawn(100)) {
      progress.runStarted(start());
      nanos += 30_000_000_000L;
      // Three of twenty steps took half a minute.
      progress.stepEnded(step(1, 3));
      assertThat(shown())
          .isEqualTo("\repoch 1/4 [============        ]  60%  12,345/s  2:50 left  income 0.250");
    }
    assertThat(shown()).endsWith("\r" + " ".repeat(72) + "\r");
  }

  @Test
  void whatAnEarlierRunHasDoneCountsForNoTime() {
    Progress progress = drawn(100);
    progress.runStarted(start());
    progress.runResumed(new RunResumed(3, 2, 12, List.of()));
    assertThat(lines.toString())
        .endsWith("gone on with after step 2 of epoch 3" + System.lineSeparator());
    nanos += 10_000_000_000L;
    // One step of eight that were left.
    progress.stepEnded(step(3, 3));
    assertThat(shown()).contains("1:10 left");
    progress.runFailed(new IllegalStateException());
    assertThat(shown()).endsWith(" \r");
  }

  @Test
  void itIsDrawnOverAtMostTenTimesASecondAndNeverLongerThanTheTerminal() {
    Progress progress = drawn(40);
    progress.runStarted(start());
    for (int i = 1; i <= 5; i++) {
      nanos += 60_000_000L;
      progress.stepEnded(step(2, i));
    }
    assertThat(shown().split("\r", -1)).hasSize(3);
    assertThat(shown().split("\r", -1)).allMatch(line -> line.length() < 40);
    assertThat(shown()).contains("~");
  }

  @Test
  void linesTellOfEpochsAndAreAllThereIsWithoutATerminal() {
    Progress progress = Progress.lines(new PrintWriter(lines));
    progress.runStarted(start());
    progress.stepEnded(step(2, 5));
    progress.epochEnded(epoch());
    assertThat(lines.toString().lines())
        .containsExactly(
            "Census: 5,000 training rows, 1,234 parameters, 4 epochs of 5 steps",
            "epoch 2/4  12,345 examples/s  81.00 ms a step",
            "  income   loss 0.5000  validation loss 0.1250  auc 0.7500",
            "  married  loss -  validation loss -",
            "  income stops: best auc 0.8000 in epoch 1");
    assertThat(terminal.size()).isZero();
  }

  @Test
  void timesAreReadable() {
    assertThat(ProgressLine.time(6.7)).isEqualTo("0:07");
    assertThat(ProgressLine.time(754)).isEqualTo("12:34");
    assertThat(ProgressLine.time(3723)).isEqualTo("1:02:03");
  }
}
