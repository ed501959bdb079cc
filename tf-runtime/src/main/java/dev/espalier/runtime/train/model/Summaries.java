package dev.espalier.runtime.train.model;

import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.model.ModelSummary.Layer;
import dev.espalier.runtime.model.ModelSummary.LayerWeights;
import dev.espalier.runtime.session.NetworkLayers;
import dev.espalier.runtime.session.NetworkLayers.NetworkLayer;
import dev.espalier.runtime.session.VariableSpec.Member;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.TrainingGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Summarizes a model: of its description alone, or of the network that was built of it. */
public final class Summaries {
  /** What tells the applications of one network apart, which share its parameters. */
  private static final Pattern APPLICATION = Pattern.compile("@[^.]*");

  private final ModelInfo info;
  private final ExampleInfo example;
  private final Map<String, List<Integer>> shapes;
  private final List<NetworkLayer> network;

  private Summaries(
      ModelInfo info,
      ExampleInfo example,
      Map<String, List<Integer>> shapes,
      List<NetworkLayer> network) {
    this.info = info;
    this.example = example;
    this.shapes = shapes;
    this.network = network;
  }

  /** What is known before a training set is seen: no shapes of layers, no sizes of vocabularies. */
  static ModelSummary of(ModelInfo info, ExampleInfo example) {
    return new Summaries(info, example, Map.of(), layers(info)).summary();
  }

  /** Layers by path alone. */
  private static List<NetworkLayer> layers(ModelInfo info) {
    return info.layers().stream()
        .map(path -> new NetworkLayer(path, List.of(), List.of(), List.of(), List.of()))
        .toList();
  }

  /** What a session has built. */
  public static ModelSummary of(ModelSession session) {
    TrainingGraph training = session.training();
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    session.plan().parameters().stream()
        .flatMap(variable -> variable.members().stream())
        .forEach((Member member) -> shapes.put(member.path(), member.shape()));
    NetworkLayers layers =
        new NetworkLayers(
            training.network(),
            training.tasks().tasks().stream()
                .map(task -> List.of(task.loss().orElseThrow().losses()))
                .toList());
    return new Summaries(training.info(), session.preprocessing().info(), shapes, layers.all())
        .summary();
  }

  private ModelSummary summary() {
    Map<String, List<Parameter>> byOwner = new LinkedHashMap<>();
    info.parameters()
        .forEach(p -> byOwner.computeIfAbsent(owner(p), owner -> new ArrayList<>()).add(p));
    List<Layer> features = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    for (NetworkLayer layer : network) {
      List<Parameter> own = byOwner.getOrDefault(layer.path(), List.of());
      byOwner.remove(layer.path());
      (layer.features().isEmpty() ? layers : features).add(layer(layer, own));
    }
    // What is of no layer: tables, which come first.
    byOwner.forEach(
        (path, own) -> (own.get(0).table().isPresent() ? features : layers).add(alone(path, own)));
    features.addAll(layers);
    return new ModelSummary(
        info.name(),
        info.sharing(),
        example.tasks().stream().map(ExampleInfo.Task::name).toList(),
        features);
  }

  /** The first layer that a parameter is of, else what its path says it is of. */
  private String owner(Parameter parameter) {
    return network.stream()
        .map(NetworkLayer::path)
        .filter(path -> parameter.path().startsWith(shared(path) + "."))
        .reduce((a, b) -> shared(a).length() >= shared(b).length() ? a : b)
        .orElseGet(() -> alone(parameter));
  }

  private static String shared(String path) {
    return APPLICATION.matcher(path).replaceFirst("");
  }

  private static String alone(Parameter parameter) {
    return parameter.table().isPresent()
        ? parameter.path()
        : parameter.path().substring(0, Math.max(parameter.path().lastIndexOf('.'), 0));
  }

  private Layer layer(NetworkLayer layer, List<Parameter> own) {
    List<Long> rows = layer.shape();
    return new Layer(
        layer.path(),
        layer.features(),
        rows.isEmpty() ? rows : rows.subList(1, rows.size()),
        layer.inputs(),
        weights(own),
        own.isEmpty() ? layer.tasks() : tasks(own));
  }

  private Layer alone(String path, List<Parameter> own) {
    return new Layer(path, List.of(), List.of(), List.of(), weights(own), tasks(own));
  }

  private List<LayerWeights> weights(List<Parameter> own) {
    return own.stream()
        .map(p -> new LayerWeights(p.path(), shape(p), p.learning().frozen()))
        .toList();
  }

  private List<Integer> shape(Parameter parameter) {
    return Optional.ofNullable(shapes.get(parameter.path()))
        .orElseGet(() -> Arrays.stream(parameter.shape()).boxed().toList());
  }

  private static List<Integer> tasks(List<Parameter> parameters) {
    TreeSet<Integer> tasks = new TreeSet<>();
    parameters.forEach(p -> Arrays.stream(p.tasks()).forEach(tasks::add));
    return List.copyOf(tasks);
  }
}
