package dev.espalier.samples.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.EspalierException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sample measured, as JSON: {@code sample}, {@code seed}, {@code epochs}, {@code batchSize},
 * {@code parameters}, {@code examplesPerSecond} (training time only, input pipeline included),
 * {@code stepMillis}, then {@code train}, {@code validation} and {@code test}, each with loss and
 * metrics by task.
 */
public final class Report {
  private final Optional<OutputFile> file;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Report(Optional<OutputFile> file) {
    this.file = file;
  }

  /**
   * A report that holds nothing but the settings yet; begun before training, so that a place that
   * can't be written to is known before the time is spent.
   *
   * @throws EspalierException when the file's folder does not exist or can't be written to
   */
  public static Report begin(String sample, SampleOptions options) {
    Report report = new Report(options.report().map(file -> OutputFile.of("report", file)));
    report.values.put("sample", sample);
    report.values.put("seed", options.seed());
    report.values.put("epochs", options.epochs());
    report.values.put("batchSize", options.batchSize());
    return report;
  }

  /** Adds the figures of the sample's model. */
  public Report with(Figures figures) {
    values.putAll(figures.toMap());
    return this;
  }

  /** Adds a setting or a figure of its own. */
  public Report with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Adds the figures of another model under a name of their own. */
  public Report with(String name, Figures figures) {
    values.put(name, figures.toMap());
    return this;
  }

  /** Writes the file, if one was asked for: there is the whole of it, or what was there before. */
  public void write() {
    file.ifPresent(this::write);
  }

  private void write(OutputFile target) {
    target.write(
        out -> {
          String json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(values) + "\n";
          out.write(json.getBytes(StandardCharsets.UTF_8));
        });
  }
}
