package dev.espalier.processor.plan;

import dev.espalier.processor.layer.Inputs;
import dev.espalier.processor.layer.Layer;
import dev.espalier.processor.layer.LayerUse;
import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.layer.Role;
import dev.espalier.processor.plan.Node.AliasCode;
import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Node.HeadCode;
import dev.espalier.processor.plan.Node.JoinCode;
import dev.espalier.processor.plan.Node.LineCode;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.plan.Node.PredictionCode;
import dev.espalier.processor.plan.Node.State;
import dev.espalier.processor.plan.Vertex.FeatureSource;
import dev.espalier.processor.plan.Vertex.HeadSource;
import dev.espalier.processor.plan.Vertex.JoinSource;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.plan.Vertex.LogitSource;
import dev.espalier.processor.plan.Vertex.PredictionSource;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers shapes and weights from the features on; every value once, in topological order. Empty
 * stands for a value in which a mistake has been reported.
 */
final class Inference {
  private final ExamplePlan example;
  private final List<Mark> model;
  private final Report report;
  private final Map<Vertex, Optional<Node>> done = new LinkedHashMap<>();

  Inference(ExamplePlan example, List<Mark> model, Report report) {
    this.example = example;
    this.model = model;
    this.report = report;
  }

  /** The nodes that the heads need, in topological order. */
  List<Node> infer(List<Vertex> heads) {
    heads.forEach(this::node);
    return done.values().stream().flatMap(Optional::stream).toList();
  }

  private Optional<Node> node(Vertex vertex) {
    if (!done.containsKey(vertex)) {
      List<Node> inputs = new ArrayList<>();
      vertex.inputs().forEach(input -> node(input).ifPresent(inputs::add));
      boolean whole = inputs.size() == vertex.inputs().size();
      done.put(vertex, whole ? make(vertex, inputs) : Optional.empty());
    }
    return done.get(vertex);
  }

  private Optional<Node> make(Vertex vertex, List<Node> inputs) {
    if (vertex.source() instanceof LineSource line) {
      return new LineInference(vertex, line, inputs).infer();
    }
    return Optional.of(simple(vertex, inputs));
  }

  private Node simple(Vertex vertex, List<Node> inputs) {
    if (vertex.source() instanceof FeatureSource source) {
      return features(vertex, source);
    }
    Shape first = inputs.get(0).shape();
    if (vertex.source() instanceof JoinSource) {
      int last = inputs.stream().mapToInt(input -> input.shape().last()).sum();
      return node(vertex, new JoinCode(), inputs, first.withLast(last), inputs.get(0).source());
    }
    if (vertex.source() instanceof LogitSource source) {
      return logits(vertex, source.task(), inputs);
    }
    if (vertex.source() instanceof PredictionSource source) {
      return node(vertex, new PredictionCode(source.task()), inputs, first, "prediction");
    }
    if (vertex.source() instanceof HeadSource source) {
      return node(vertex, new HeadCode(source.task()), inputs, first, "task");
    }
    return node(vertex, new AliasCode(), inputs, first, "Block");
  }

  private static Node node(
      Vertex vertex, Node.Code code, List<Node> inputs, Shape shape, String source) {
    return new Node(
        vertex.place().path(),
        vertex.place().address(),
        code,
        List.copyOf(inputs),
        shape,
        List.of(),
        List.of(),
        0,
        vertex.place().call(),
        source);
  }

  private Node features(Vertex vertex, FeatureSource source) {
    int width = 0;
    Map<String, Parameter> tables = new LinkedHashMap<>();
    for (String name : source.names()) {
      Encoding encoding = example.feature(name).orElseThrow().encoding();
      width += encoding.width();
      table(encoding)
          .ifPresent(table -> tables.put(table.name(), parameter(source.tables(), table)));
    }
    return new Node(
        vertex.place().path(),
        vertex.place().address(),
        new FeaturesCode(source.tables(), source.names()),
        List.of(),
        Shape.of(width),
        List.copyOf(tables.values()),
        List.of(),
        0,
        Optional.empty(),
        source.names().size() == 1 ? "feature" : "features");
  }

  private static Optional<Table> table(Encoding encoding) {
    if (encoding instanceof Encoding.Category category) {
      return Optional.of(category.table());
    }
    return encoding instanceof Encoding.Bag bag ? Optional.of(bag.table()) : Optional.empty();
  }

  private Parameter parameter(String copy, Table table) {
    String address = "tables." + table.name();
    List<Mark> declared = example.feature(table.name()).orElseThrow().component().marks();
    Modifiers modifiers = Modifiers.of(address, List.of(declared), model);
    Weight weight =
        new Weight(
            table.name(),
            Shape.of(table.rows().count(), table.dimension()),
            Optional.of(modifiers.initializer().orElse("SMALL_UNIFORM")),
            0);
    return new Parameter(copy + "." + table.name(), address, weight, modifiers, Optional.of(table));
  }

  private Node logits(Vertex vertex, TaskPlan task, List<Node> inputs) {
    int in = inputs.get(0).shape().last();
    int units = task.kind().units();
    List<Weight> weights =
        List.of(Weight.kernel("GLOROT_UNIFORM", in, units), Weight.constant("bias", 0, units));
    return new Node(
        vertex.place().path(),
        vertex.place().address(),
        new LineCode(List.of(Operation.at("DenseLayers", "dense"))),
        List.copyOf(inputs),
        inputs.get(0).shape().withLast(units),
        parameters(vertex, weights),
        List.of(),
        (long) in * units,
        Optional.empty(),
        "head");
  }

  private List<Parameter> parameters(Vertex vertex, List<Weight> weights) {
    List<Parameter> parameters = new ArrayList<>();
    for (Weight weight : weights) {
      String address = vertex.place().address() + "." + weight.name();
      Modifiers modifiers = Modifiers.of(address, vertex.place().modifiers(), model);
      Optional<String> initializer =
          weight.initializer().map(given -> modifiers.initializer().orElse(given));
      parameters.add(
          new Parameter(
              vertex.place().path() + "." + weight.name(),
              address,
              new Weight(weight.name(), weight.shape(), initializer, weight.start()),
              modifiers,
              Optional.empty()));
    }
    return parameters;
  }

  /** One line: its layers one after the other. */
  private final class LineInference {
    private final Vertex vertex;
    private final LineSource line;
    private final List<Node> inputs;
    private final List<Layer> layers;
    private final List<Mark> marks;

    LineInference(Vertex vertex, LineSource line, List<Node> inputs) {
      this.vertex = vertex;
      this.line = line;
      this.inputs = inputs;
      this.marks =
          line.layer().marks().stream().filter(mark -> Layers.of(mark.name()).isPresent()).toList();
      this.layers = marks.stream().map(mark -> Layers.of(mark.name()).orElseThrow()).toList();
    }

    Optional<Node> infer() {
      List<Operation> operations = new ArrayList<>();
      List<Weight> weights = new ArrayList<>();
      List<Statistic> statistics = new ArrayList<>();
      long multiplyAdds = 0;
      List<LayerUse.Input> flowing = flowing();
      if (flowing.size() > 1 && layers.get(0).inputs() == Inputs.JOINED) {
        operations.add(Operation.call("Merges", "concat"));
        int last = flowing.stream().mapToInt(input -> input.shape().last()).sum();
        flowing = List.of(renamed(flowing.get(0), flowing.get(0).shape().withLast(last)));
      }
      for (int i = 0; i < layers.size(); i++) {
        Optional<Layer.Result> result = layers.get(i).infer(new Use(marks.get(i), flowing));
        if (result.isEmpty()) {
          return Optional.empty();
        }
        result.get().operation().ifPresent(operations::add);
        weights.addAll(result.get().weights());
        statistics.addAll(result.get().statistics());
        multiplyAdds += result.get().multiplyAdds();
        flowing = List.of(renamed(flowing.get(0), result.get().shape()));
      }
      return Optional.of(
          new Node(
              vertex.place().path(),
              vertex.place().address(),
              new LineCode(List.copyOf(operations)),
              List.copyOf(inputs),
              flowing.get(0).shape(),
              parameters(vertex, weights),
              states(statistics),
              multiplyAdds,
              vertex.place().call(),
              layers.get(0).annotation()));
    }

    private List<LayerUse.Input> flowing() {
      List<LayerUse.Input> flowing = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        var parameter = line.layer().inputs().get(i);
        flowing.add(
            new LayerUse.Input(
                parameter.name(),
                inputs.get(i).shape(),
                parameter.origin(),
                inputs.get(i).source()));
      }
      return flowing;
    }

    private LayerUse.Input renamed(LayerUse.Input input, Shape shape) {
      return new LayerUse.Input(input.name(), shape, input.origin(), input.source());
    }

    private List<State> states(List<Statistic> statistics) {
      String address = vertex.place().address();
      boolean frozen = Modifiers.of(address, vertex.place().modifiers(), model).frozen();
      return statistics.stream()
          .map(
              statistic ->
                  new State(vertex.place().path() + "." + statistic.name(), statistic, frozen))
          .toList();
    }

    private boolean reluFollows() {
      return layers.stream()
          .anyMatch(layer -> layer.role() == Role.ACTIVATION && layer.isReluLike());
    }

    private final class Use implements LayerUse {
      private final Mark mark;
      private final List<Input> flowing;

      Use(Mark mark, List<Input> flowing) {
        this.mark = mark;
        this.flowing = flowing;
      }

      @Override
      public Mark mark() {
        return mark;
      }

      @Override
      public int integer(String member) {
        return line.use().resolve(mark, member, report).orElse(1);
      }

      @Override
      public List<Input> inputs() {
        return flowing;
      }

      @Override
      public boolean reluFollows() {
        return LineInference.this.reluFollows();
      }

      @Override
      public void shapesDontFit(String sentence, String help) {
        report.add(Rule.SHAPES_DONT_FIT, mark.origin(), sentence, help);
      }
    }
  }
}
