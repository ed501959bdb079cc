package dev.espalier.runtime.data.encode;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.statistics.CategoryCodes;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.statistics.NumberScaling;
import dev.espalier.runtime.data.statistics.NumberStatistics;
import dev.espalier.runtime.data.statistics.PictureStatistics;
import dev.espalier.runtime.data.statistics.Tree;
import dev.espalier.runtime.data.statistics.Vocabulary;
import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.data.store.RowValues;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ExampleInfo.Table;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is learnt from the training set before training: statistics of numbers, vocabularies of
 * tables, statistics of labels; immutable, and part of the model file.
 *
 * <p>Statistics are in double precision and every row counts alike, whatever its weight. A missing
 * number is filled in, then clipped, then normalised; so is every other. What stands in a
 * vocabulary is ordered by frequency, then by text or number.
 */
public final class Preprocessing {
  private final ExampleInfo info;
  private final FeatureLayout layout;
  private final Map<String, NumberStatistics> numbers;
  private final Map<String, PictureStatistics> pictures;
  private final Map<String, Vocabulary> vocabularies;
  private final List<LabelStatistics> labels;

  private Preprocessing(
      ExampleInfo info,
      Map<String, NumberStatistics> numbers,
      Map<String, PictureStatistics> pictures,
      Map<String, Vocabulary> vocabularies,
      List<LabelStatistics> labels) {
    this.info = info;
    this.layout = FeatureLayout.of(info);
    this.numbers = Map.copyOf(numbers);
    this.pictures = Map.copyOf(pictures);
    this.vocabularies = Map.copyOf(vocabularies);
    this.labels = List.copyOf(labels);
  }

  /**
   * Learns from a training set with labels.
   *
   * @throws DataException when it has no row
   */
  public static Preprocessing fit(ExampleInfo info, RawColumns training) {
    if (training.size() == 0) {
      throw new DataException(training.name() + ": found no row, expected some to learn from");
    }
    if (!training.hasLabels()) {
      throw new IllegalArgumentException(training.name() + " has no labels to learn from");
    }
    return new Fitting(info, training).fit();
  }

  /** Learning, feature by feature. */
  private record Fitting(ExampleInfo info, RawColumns training) {
    Preprocessing fit() {
      Map<String, NumberStatistics> numbers = new LinkedHashMap<>();
      Map<String, PictureStatistics> pictures = new LinkedHashMap<>();
      for (int f = 0; f < info.features().size(); f++) {
        Feature feature = info.features().get(f);
        if (feature.encoding() instanceof Encoding.Number number) {
          FloatColumn column = training.features().numbers(f);
          numbers.put(feature.name(), NumberStatistics.of(number, column, training.size()));
        } else if (feature.encoding() instanceof Encoding.Picture picture) {
          RowValues<byte[]> column = training.features().pictures(f);
          pictures.put(feature.name(), PictureStatistics.of(picture, column, training.size()));
        }
      }
      Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
      for (Table table : info.tables()) {
        if (table.rows() instanceof Rows.Learnt learnt) {
          vocabularies.put(table.name(), vocabulary(table.name(), learnt.atMost()));
        }
      }
      List<Task> tasks = info.tasks();
      LabelStatistics[] labels = new LabelStatistics[tasks.size()];
      for (int t = 0; t < labels.length; t++) {
        labels[t] = training.labels().of(t).statistics(training.size());
      }
      return new Preprocessing(info, numbers, pictures, vocabularies, List.of(labels));
    }

    private Vocabulary vocabulary(String table, int atMost) {
      var dictionary = (CategoryCodes.Dictionary) training.features().codes(table);
      int[] counts = new int[dictionary.values().size()];
      for (int f = 0; f < info.features().size(); f++) {
        Encoding encoding = info.features().get(f).encoding();
        if (encoding instanceof Encoding.Category category && category.table().equals(table)) {
          training.features().category(f).count(training.size(), counts);
        } else if (encoding instanceof Encoding.Bag bag && bag.table().equals(table)) {
          training.features().bag(f).count(training.size(), counts);
        } else if (encoding instanceof Encoding.Sequence tokens && tokens.table().equals(table)) {
          training.features().bag(f).count(training.size(), counts);
        }
      }
      return Vocabulary.of(table, dictionary.values(), counts, atMost);
    }
  }

  /**
   * The preprocessing that {@link #toTree} described.
   *
   * @throws dev.espalier.runtime.ModelFileException when the tree is damaged or of another example
   */
  public static Preprocessing fromTree(ExampleInfo info, Map<String, Object> tree) {
    Tree root = new Tree("preprocessing", tree);
    Map<String, NumberStatistics> numbers = new LinkedHashMap<>();
    Map<String, PictureStatistics> pictures = new LinkedHashMap<>();
    for (Feature feature : info.features()) {
      if (feature.encoding() instanceof Encoding.Number number) {
        Tree child = root.child("numbers").child(feature.name());
        numbers.put(feature.name(), NumberStatistics.fromTree(child, number));
      } else if (feature.encoding() instanceof Encoding.Picture picture) {
        Tree child = root.child("pictures").child(feature.name());
        pictures.put(feature.name(), PictureStatistics.fromTree(child, picture.channels()));
      }
    }
    Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    for (Table table : info.tables()) {
      if (table.rows() instanceof Rows.Learnt) {
        Tree child = root.child("vocabularies").child(table.name());
        vocabularies.put(table.name(), Vocabulary.fromTree(child));
      }
    }
    List<LabelStatistics> labels =
        info.tasks().stream()
            .map(t -> LabelStatistics.fromTree(root.child("labels").child(t.name()), t.kind()))
            .toList();
    return new Preprocessing(info, numbers, pictures, vocabularies, labels);
  }

  /** All that was learnt, as maps, lists, texts and doubles; in the order of the example. */
  public Map<String, Object> toTree() {
    Map<String, Object> numberTree = new LinkedHashMap<>();
    for (Feature feature : info.features()) {
      if (numbers.containsKey(feature.name())) {
        numberTree.put(feature.name(), numbers.get(feature.name()).toTree());
      }
    }
    Map<String, Object> pictureTree = new LinkedHashMap<>();
    for (Feature feature : info.features()) {
      if (pictures.containsKey(feature.name())) {
        pictureTree.put(feature.name(), pictures.get(feature.name()).toTree());
      }
    }
    Map<String, Object> vocabularyTree = new LinkedHashMap<>();
    for (Table table : info.tables()) {
      if (vocabularies.containsKey(table.name())) {
        vocabularyTree.put(table.name(), vocabularies.get(table.name()).toTree());
      }
    }
    Map<String, Object> labelTree = new LinkedHashMap<>();
    for (int t = 0; t < labels.size(); t++) {
      labelTree.put(info.tasks().get(t).name(), labels.get(t).toTree());
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("numbers", numberTree);
    tree.put("pictures", pictureTree);
    tree.put("vocabularies", vocabularyTree);
    tree.put("labels", labelTree);
    return tree;
  }

  /**
   * Rows as the network takes them: equal values give equal bits, alone or among others.
   *
   * @throws DataException when a value is unknown to a table that refuses those
   */
  public EncodedRows encode(RawColumns rows) {
    return new Encoder(this, rows).encode();
  }

  /** The example that was learnt from. */
  public ExampleInfo info() {
    return info;
  }

  /** Where features stand in encoded rows. */
  public FeatureLayout layout() {
    return layout;
  }

  /** Rows of an embedding table, row 0 for missing and unknown values included. */
  public int rows(String table) {
    Rows rows =
        info.tables().stream()
            .filter(t -> t.name().equals(table))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no table \"" + table + '"'))
            .rows();
    if (rows instanceof Rows.Constants constants) {
      return constants.names().size() + 1;
    }
    if (rows instanceof Rows.Ids ids) {
      return ids.size() + 1;
    }
    return rows instanceof Rows.Hashed hashed
        ? hashed.buckets() + 1
        : vocabularies.get(table).size() + 1;
  }

  /** What was learnt of a number feature. */
  public NumberStatistics numbers(String feature) {
    return numbers.get(feature);
  }

  /** What becomes of the values of a number feature. */
  public NumberScaling scaling(String feature) {
    return numbers
        .get(feature)
        .scaling((Encoding.Number) info.features().get(layout.feature(feature)).encoding());
  }

  /**
   * What a table learnt, each a {@code String} or each a {@code Long}; the first has row 1. Empty
   * for tables that learn nothing.
   */
  public List<Object> learntValues(String table) {
    return vocabularies.containsKey(table) ? vocabularies.get(table).values() : List.of();
  }

  /** What value 0 of each channel of a picture means, from 0 to 255. */
  public double[] channelMean(String feature) {
    return pictures.get(feature).mean().clone();
  }

  /** What value 1 of each channel of a picture adds, from 0 to 255. */
  public double[] channelDeviation(String feature) {
    return pictures.get(feature).deviation().clone();
  }

  LabelStatistics labels(int task) {
    return labels.get(task);
  }

  Vocabulary vocabulary(String table) {
    return vocabularies.get(table);
  }

  /**
   * The factors that make a task's classes count alike.
   *
   * <p>Multi-class: {@code [k]}, {@code n / (k * n_c)} for {@code n} labels, {@code n_c} of them of
   * class {@code c}. Binary: {@code [2, 1]}, the same for negatives, then positives. Multi-label:
   * {@code [2, labels]}, row by row: 1 for negatives and negatives over positives for positives.
   * Where the training set lacks a class, or one side of a binary or multi-label decision, the
   * factor is 1 (both factors then). Regression: empty.
   */
  public float[] balance(int task) {
    double[] balance = labels.get(task).balance();
    float[] factors = new float[balance.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) balance[i];
    }
    return factors;
  }

  /** What a regression's value 0 means in the label's unit, {@code [n]}; one 0 for other tasks. */
  public double[] labelMean(int task) {
    return labels.get(task).mean().clone();
  }

  /** What a regression's value 1 adds in the label's unit, {@code [n]}; one 1 for other tasks. */
  public double[] labelDeviation(int task) {
    return labels.get(task).deviation().clone();
  }
}
