package dev.espalier.runtime.model;

import dev.espalier.runtime.draw.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a model is made of, layer by layer. Its text is a table.
 *
 * @param model its name
 * @param sharing the sharing scheme in words
 * @param tasks names of the tasks, by index
 * @param layers features and tables first, then in the order of the network
 */
public record ModelSummary(String model, String sharing, List<String> tasks, List<Layer> layers) {

  /** Keeps copies of the lists. */
  public ModelSummary {
    tasks = List.copyOf(tasks);
    layers = List.copyOf(layers);
  }

  /**
   * A layer, a table, or the features that enter together.
   *
   * @param path as in messages: {@code trunk.hidden1}, {@code tables.education}, {@code features}
   * @param features names of the features that enter, if it is such
   * @param shape what a row becomes, -1 for an axis whose length depends on the rows; empty where
   *     it is not known, as of tables, and of everything before the first training set is seen
   * @param inputs paths of layers and features that flow in; empty where they are not known
   * @param weights what it learns, and no other layer that comes before it
   * @param tasks those that reach it, by index
   */
  public record Layer(
      String path,
      List<String> features,
      List<Long> shape,
      List<String> inputs,
      List<LayerWeights> weights,
      List<Integer> tasks) {

    /** Keeps copies of the lists. */
    public Layer {
      features = List.copyOf(features);
      shape = List.copyOf(shape);
      inputs = List.copyOf(inputs);
      weights = List.copyOf(weights);
      tasks = List.copyOf(tasks);
    }

    /** How many numbers it learns; those of vocabularies that are not known yet left out. */
    public long parameters() {
      return weights.stream().mapToLong(LayerWeights::size).sum();
    }
  }

  /**
   * A parameter.
   *
   * @param path its own: {@code trunk.hidden1.kernel}
   * @param shape -1 for the rows of a vocabulary that is not known yet
   * @param frozen whether it is never updated
   */
  public record LayerWeights(String path, List<Integer> shape, boolean frozen) {

    /** Keeps a copy of the list. */
    public LayerWeights {
      shape = List.copyOf(shape);
    }

    /** How many numbers; 0 while its vocabulary is not known. */
    public long size() {
      long size = 1;
      for (int side : shape) {
        size *= Math.max(side, 0);
      }
      return size;
    }
  }

  /** How many numbers there are, frozen ones included. */
  public long parameters() {
    return layers.stream().mapToLong(Layer::parameters).sum();
  }

  /** How many of them more than one task reaches. */
  public long sharedParameters() {
    return layers.stream()
        .filter(layer -> layer.tasks().size() > 1)
        .mapToLong(Layer::parameters)
        .sum();
  }

  /** How many of them are never updated. */
  public long frozenParameters() {
    return layers.stream()
        .flatMap(layer -> layer.weights().stream())
        .filter(LayerWeights::frozen)
        .mapToLong(LayerWeights::size)
        .sum();
  }

  /** The names of the tasks that reach a layer; {@code all} where these are several and all. */
  public String reaching(Layer layer) {
    return tasks.size() > 1 && layer.tasks().size() == tasks.size()
        ? "all"
        : layer.tasks().stream().map(tasks::get).collect(Collectors.joining(", "));
  }

  /** A line for each layer, then how many parameters there are. */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("layer", "output", "weights", "parameters", "tasks"));
    for (Layer layer : layers) {
      lines.add(
          List.of(
              layer.path(),
              layer.shape().isEmpty() ? "" : sides(layer.shape()),
              layer.weights().stream()
                  .map(weights -> sides(weights.shape()) + (weights.frozen() ? " frozen" : ""))
                  .collect(Collectors.joining(" ")),
              layer.weights().isEmpty() ? "" : size(layer.parameters()),
              reaching(layer)));
    }
    return "%s: %s%n%n%s%n%s"
        .formatted(model, sharing, new TextTable(lines).ofWords(), totals())
        .replace(System.lineSeparator(), "\n");
  }

  private String totals() {
    String text = count(parameters()) + " parameters";
    text += tasks.size() > 1 ? ", " + count(sharedParameters()) + " of them shared" : "";
    text += frozenParameters() > 0 ? ", " + count(frozenParameters()) + " frozen" : "";
    boolean open = layers.stream().flatMap(l -> l.weights().stream()).anyMatch(w -> w.size() == 0);
    return text + (open ? "; vocabularies are not known before the first training set" : "") + "\n";
  }

  /** A shape as text: {@code [8, 4]}, with a question mark for what is not known. */
  public static String sides(List<? extends Number> shape) {
    return shape.stream()
        .map(side -> side.longValue() < 0 ? "?" : String.valueOf(side))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String size(long known) {
    return known == 0 ? "?" : count(known);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
