package dev.espalier.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import dev.espalier.samples.data.Archives;
import dev.espalier.samples.data.LinesTreebank;
import dev.espalier.samples.data.LocalServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleOptionsTest {
  @TempDir private Path folder;

  private final LocalServer server = new LocalServer();
  private final StringWriter out = new StringWriter();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsMissingIsDownloadedOnce() {
    LinesTreebank data = new LinesTreebank(server.serve(treebank()));
    assertThat(file(data)).isEqualTo(folder.resolve("ud-lines.zip")).exists();
    assertThat(out.toString()).contains("Downloading English-LinES", folder.toString());
    assertThat(file(data)).exists();
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void whereItIsForbiddenNothingIsDownloaded() {
    LinesTreebank data = new LinesTreebank(server.serve(treebank()));
    assertThatThrownBy(() -> file(data, "--no-download"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Found no ud-lines.zip in " + folder + ". It holds ");
    assertThat(server.requests()).isZero();
    file(data);
    assertThat(file(data, "--no-download")).exists();
  }

  private static RateSchedule schedule(String... arguments) {
    SampleOptions options = new SampleOptions(1, 1, 1, Rates.LINEAR);
    new CommandLine(options).parseArgs(arguments);
    return options
        .applyTo(new TrainerBuilder<Of, TrainerOptions>(all -> all))
        .build()
        .training()
        .schedule()
        .rateSchedule();
  }

  private enum Of implements TaskKey {}

  @Test
  void everyScheduleHasItsName() {
    Map<String, RateSchedule> byName =
        Map.of(
            "constant", RateSchedule.constant(),
            "staircase", RateSchedule.staircase(0.1, Span.part(1 / 3.0)),
            "exponential", RateSchedule.exponential(0.01, Span.part(1)),
            "linear", RateSchedule.linear(),
            "polynomial", RateSchedule.polynomial(2, 0.01),
            "cosine", RateSchedule.cosine(),
            "cosine-restarts", RateSchedule.cosineRestarts(Span.part(1 / 7.0)),
            "one-cycle", RateSchedule.oneCycle(),
            "on-plateau", RateSchedule.onPlateau(0.5, 3));
    assertThat(byName).hasSameSizeAs(Rates.values());
    byName.forEach(
        (name, expected) -> assertThat(schedule("--schedule", name)).isEqualTo(expected));
    assertThat(schedule()).isEqualTo(RateSchedule.linear());
    assertThat(schedule("--schedule=cosine", "--warm-up=30"))
        .isEqualTo(RateSchedule.cosine().warmUp(Span.steps(30)));
  }

  private Path file(LinesTreebank data, String... arguments) {
    SampleOptions options = new SampleOptions(1, 1, 1);
    List<String> line = new ArrayList<>(List.of("--data", folder.toString()));
    line.addAll(List.of(arguments));
    CommandLine.populateCommand(options, line.toArray(String[]::new));
    return options.file(data, new PrintWriter(out));
  }

  private static byte[] treebank() {
    return Archives.zip(
        Map.of(
            "master/en_lines-ud-train.conllu", new byte[0],
            "master/en_lines-ud-dev.conllu", new byte[0],
            "master/en_lines-ud-test.conllu", new byte[0]));
  }
}
