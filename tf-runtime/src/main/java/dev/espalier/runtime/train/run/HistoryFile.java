package dev.espalier.runtime.train.run;

import com.fasterxml.jackson.jr.ob.JSON;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.file.AtomicFile;
import dev.espalier.runtime.metric.TaskEvaluation;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A history as files that others read: the whole of one, or what was there before. */
final class HistoryFile {
  private static final String FORMAT = "espalier-history";
  private static final int VERSION = 1;

  private final History history;

  HistoryFile(History history) {
    this.history = history;
  }

  void writeCsv(Path file) {
    write(
        file,
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text);
          List<Map<String, Number>> rows = history.epochs().stream().map(this::columns).toList();
          Set<String> names = new LinkedHashSet<>();
          rows.forEach(row -> names.addAll(row.keySet()));
          csv.writeRecord(names);
          for (Map<String, Number> row : rows) {
            csv.writeRecord(names.stream().map(name -> cell(row.get(name))).toList());
          }
          csv.flush();
          text.flush();
        });
  }

  void writeJson(Path file) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("version", VERSION);
    tree.put("tasks", history.tasks());
    tree.put("epochs", history.epochs().stream().map(this::tree).toList());
    write(file, out -> out.write(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(tree)));
  }

  private static void write(Path file, AtomicFile.Content content) {
    try {
      AtomicFile.write(file, content, channel -> {});
    } catch (IOException e) {
      throw new EspalierException(
          "Can't write the history to %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  /** What is not known is an empty cell. */
  private static String cell(Number value) {
    return value == null || !Double.isFinite(value.doubleValue()) ? "" : value.toString();
  }

  /**
   * All columns are there in every epoch, known or not, so that the header does not depend on it.
   */
  private Map<String, Number> columns(EpochReport epoch) {
    Map<String, Number> row = new LinkedHashMap<>(ofEpoch(epoch));
    List<String> tasks = history.tasks();
    for (int task = 0; task < tasks.size(); task++) {
      String name = tasks.get(task);
      ofTask(epoch, task).forEach((key, value) -> row.put(name + "." + key, value));
      int index = task;
      epoch
          .validation()
          .ifPresent(
              found ->
                  ofValidation(found.tasks().get(index))
                      .forEach((key, value) -> row.put(name + ".validation." + key, value)));
    }
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        row.put("cosine." + tasks.get(i) + "." + tasks.get(j), cosine(epoch, i, j));
      }
    }
    return row;
  }

  private static Map<String, Number> ofEpoch(EpochReport epoch) {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("epoch", epoch.epoch());
    values.put("rows", epoch.rows());
    values.put("examplesPerSecond", epoch.examplesPerSecond());
    values.put("stepMillis", epoch.stepMillis());
    values.put("learningRate", epoch.learningRate());
    values.put("validationSeconds", epoch.validationSeconds());
    return values;
  }

  private static Map<String, Number> ofTask(EpochReport epoch, int task) {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("loss", epoch.losses().get(task));
    values.put("weight", epoch.balance().weights().get(task));
    values.put("gradientNorm", epoch.balance().gradientNorms().get(task));
    return values;
  }

  private static Map<String, Number> ofValidation(TaskEvaluation task) {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("loss", task.loss());
    values.put("labels", task.labels());
    values.putAll(task.metrics());
    return values;
  }

  private static double cosine(EpochReport epoch, int i, int j) {
    return epoch.balance().cosines().get(i).get(j);
  }

  private Map<String, Object> tree(EpochReport epoch) {
    Map<String, Object> tree = new LinkedHashMap<>(finite(ofEpoch(epoch)));
    List<String> names = history.tasks();
    Map<String, Object> tasks = new LinkedHashMap<>();
    Map<String, Object> cosines = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, Object> task = new LinkedHashMap<>(finite(ofTask(epoch, i)));
      int index = i;
      epoch
          .validation()
          .ifPresent(
              found -> task.put("validation", finite(ofValidation(found.tasks().get(index)))));
      tasks.put(names.get(i), task);
      Map<String, Number> row = new LinkedHashMap<>();
      for (int j = 0; j < names.size(); j++) {
        if (i != j) {
          row.put(names.get(j), cosine(epoch, i, j));
        }
      }
      cosines.put(names.get(i), finite(row));
    }
    tree.put("tasks", tasks);
    tree.put("cosines", cosines);
    tree.put("stopped", epoch.stopped().stream().map(HistoryFile::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(TaskStop stop) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("task", stop.task());
    tree.put("measure", stop.measure());
    tree.put("bestEpoch", stop.bestEpoch());
    tree.put("restored", stop.restored());
    if (Double.isFinite(stop.best())) {
      tree.put("best", stop.best());
    }
    return tree;
  }

  /** JSON has no word for what is no finite number. */
  private static Map<String, Number> finite(Map<String, Number> values) {
    Map<String, Number> finite = new LinkedHashMap<>(values);
    finite.values().removeIf(value -> !Double.isFinite(value.doubleValue()));
    return finite;
  }
}
