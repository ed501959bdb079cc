package dev.espalier.benchmarks;

import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of the census sample with the weights of a saved model, for ONNX Runtime: numbers and
 * rows of tables in, as they are encoded for Espalier's own, probabilities out.
 */
final class OnnxCensus {
  /** Fed: {@code [batch, numbers]}. */
  static final String NUMBERS = "numbers";

  /** Fed: the row of each category in its own table, {@code [batch, categories]}. */
  static final String CATEGORIES = "categories";

  private final OnnxGraph graph = new OnnxGraph();
  private final Map<String, SavedArray> weights;
  private final ExampleInfo info;
  private final FeatureLayout layout;

  private OnnxCensus(SavedModel model, ExampleInfo info) {
    this.weights = model.parameters();
    this.info = info;
    this.layout = FeatureLayout.of(info);
  }

  /** The model as a file of ONNX; the outputs have the names of the tasks, in their order. */
  static byte[] of(SavedModel model, ExampleInfo info) {
    return new OnnxCensus(model, info).build();
  }

  private byte[] build() {
    List<String> inputs = new ArrayList<>();
    inputs.add(graph.floatInput(NUMBERS, layout.numberWidth()));
    graph.intInput(CATEGORIES, layout.categoryCount());
    inputs.addAll(embeddings());
    String in = graph.addAlong(1, "Concat", "in", inputs);
    String trunk = graph.add("Relu", "trunk", dense("trunk.hidden1", in));
    info.tasks()
        .forEach(
            task -> {
              String path = "tasks." + task.name();
              String hidden = graph.add("Relu", path + ".relu", dense(path + ".hidden", trunk));
              graph.add("Sigmoid", task.name(), dense(path + ".logits", hidden));
              graph.output(task.name(), 1);
            });
    return graph.toByteArray();
  }

  private String dense(String path, String in) {
    return graph.add("Gemm", path, in, constant(path + ".kernel"), constant(path + ".bias"));
  }

  private String constant(String path) {
    SavedArray array = weights.get(path);
    int[] shape = array.shape().stream().mapToInt(Integer::intValue).toArray();
    return graph.constant(array.values(), shape);
  }

  /** Tables of one dimension stand side by side: one gather for each run of them. */
  private List<String> embeddings() {
    SavedArray[] tables = tablesByColumn();
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int column = 1; column <= tables.length; column++) {
      if (column == tables.length || dimension(tables[column]) != dimension(tables[from])) {
        found.add(gathered(tables, from, column));
        from = column;
      }
    }
    return found;
  }

  private SavedArray[] tablesByColumn() {
    SavedArray[] tables = new SavedArray[layout.categoryCount()];
    for (int f = 0; f < info.features().size(); f++) {
      if (info.features().get(f).encoding() instanceof Encoding.Category category) {
        tables[layout.categoryColumn(f)] = weights.get("tables." + category.table());
      }
    }
    return tables;
  }

  private static int dimension(SavedArray table) {
    return table.shape().get(1);
  }

  private String gathered(SavedArray[] tables, int from, int to) {
    int dimension = dimension(tables[from]);
    int[] firstRows = new int[to - from];
    Map<SavedArray, Integer> stacked = new HashMap<>();
    List<float[]> parts = new ArrayList<>();
    int rows = 0;
    for (int column = from; column < to; column++) {
      if (!stacked.containsKey(tables[column])) {
        stacked.put(tables[column], rows);
        parts.add(tables[column].values());
        rows += tables[column].shape().get(0);
      }
      firstRows[column - from] = stacked.get(tables[column]);
    }
    String name = "columns" + from;
    String asked =
        graph.add("Slice", name, CATEGORIES, graph.sizes(from), graph.sizes(to), graph.sizes(1));
    String places = graph.add("Add", name + ".places", asked, graph.constant(firstRows));
    String table = graph.constant(joined(parts, rows * dimension), rows, dimension);
    String vectors = graph.addAlong(0, "Gather", name + ".vectors", List.of(table, places));
    return graph.add(
        "Reshape", name + ".row", vectors, graph.sizes(-1, (long) (to - from) * dimension));
  }

  private static float[] joined(List<float[]> parts, int size) {
    float[] all = new float[size];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
