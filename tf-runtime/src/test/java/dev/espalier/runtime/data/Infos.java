package dev.espalier.runtime.data;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Pooling;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ExampleInfo.Table;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelInfo.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Builds the example of a test, feature by feature. */
public final class Infos {
  private final List<Feature> features = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();

  public static Encoding.Number standardized() {
    return new Encoding.Number(1, Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0);
  }

  public static Encoding.Number unchanged(int length) {
    return new Encoding.Number(length, Normalize.UNCHANGED, Missing.MEAN, 0, false, 0);
  }

  public Infos number(String name, Encoding.Number encoding) {
    features.add(new Feature(name, encoding));
    return this;
  }

  public Infos category(String name, Rows rows, int dimension, Unknown unknown) {
    tables.add(new Table(name, rows, dimension, unknown));
    return sharing(name, name);
  }

  public Infos category(String name, Rows rows) {
    return category(name, rows, 8, Unknown.ROW_ZERO);
  }

  public Infos sharing(String name, String table) {
    features.add(new Feature(name, new Encoding.Category(table)));
    return this;
  }

  public Infos bag(String name, Rows rows) {
    tables.add(new Table(name, rows, 8, Unknown.ROW_ZERO));
    return bagSharing(name, name);
  }

  public Infos bagSharing(String name, String table) {
    features.add(new Feature(name, new Encoding.Bag(table, Pooling.AVERAGE)));
    return this;
  }

  public Infos task(String name, Kind kind) {
    tasks.add(new Task(name, kind, 1));
    return this;
  }

  public ExampleInfo build() {
    return new ExampleInfo("Example", "hash", features, tables, tasks);
  }

  /** Empty columns for a model whose every task needs every feature. */
  public static RawColumns columns(ExampleInfo info) {
    return RawColumns.labelled("train", info, needs(info));
  }

  public static List<Needs> needs(ExampleInfo info) {
    int[] all = IntStream.range(0, info.features().size()).toArray();
    return info.tasks().stream().map(t -> new Needs(all, new int[0])).toList();
  }
}
