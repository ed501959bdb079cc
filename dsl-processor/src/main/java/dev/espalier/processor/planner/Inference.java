package dev.espalier.processor.planner;

import dev.espalier.processor.layer.OwnLengths;
import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.AliasCode;
import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Node.HeadCode;
import dev.espalier.processor.plan.Node.JoinCode;
import dev.espalier.processor.plan.Node.LineCode;
import dev.espalier.processor.plan.Node.Parameter;
import dev.espalier.processor.plan.Node.PredictionCode;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.FeatureSource;
import dev.espalier.processor.plan.Vertex.HeadSource;
import dev.espalier.processor.plan.Vertex.JoinSource;
import dev.espalier.processor.plan.Vertex.JunctionSource;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.plan.Vertex.LogitSource;
import dev.espalier.processor.plan.Vertex.PredictionSource;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Infers shapes and weights from the features on; every value once, in topological order. Empty
 * stands for a value in which a mistake has been reported.
 */
final class Inference {
  private final ExamplePlan example;
  private final Optional<String> foreign;
  private final LearntParts learnt;
  private final SpectrogramMasks masks;
  private final HeadShapes headShapes;
  private final Report report;
  private final Map<Vertex, Optional<Node>> done = new LinkedHashMap<>();

  /**
   * An inference of one model.
   *
   * @param foreign the name of a trunk that comes from a class file
   * @param model the annotations on the model
   */
  Inference(ExamplePlan example, Optional<String> foreign, List<Mark> model, Report report) {
    this.example = example;
    this.foreign = foreign;
    this.learnt = new LearntParts(model);
    this.masks = new SpectrogramMasks(example);
    this.headShapes = new HeadShapes(example, this::known);
    this.report = report;
  }

  /**
   * The nodes that the heads need, in topological order.
   *
   * @param meetings what flows into each trunk, which has to have one shape
   * @param first what of them comes before the rest as far as that goes
   */
  List<Node> infer(
      Collection<List<StemShapes.Entry>> meetings, List<Vertex> first, List<Vertex> heads) {
    int before = report.found();
    meetings.forEach(new StemShapes(this::node, report)::check);
    if (report.found() > before) {
      return List.of();
    }
    first.forEach(this::node);
    heads.forEach(this::node);
    headShapes.tell(report);
    if (report.found() == before) {
      masks.reportUnused(report);
    }
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

  /** What has been inferred, nothing being inferred for a message alone. */
  private Optional<Node> known(Vertex vertex) {
    return done.getOrDefault(vertex, Optional.empty());
  }

  private Optional<Node> make(Vertex vertex, List<Node> inputs) {
    if (vertex.source() instanceof LineSource line) {
      return inference(vertex, line, inputs).infer();
    }
    if (vertex.source() instanceof JoinSource join
        && !inference(vertex, join.line(), inputs).joins()) {
      return Optional.empty();
    }
    if (vertex.source() instanceof FeatureSource source && !entersTogether(vertex, source)) {
      return Optional.empty();
    }
    if (vertex.source() instanceof LogitSource source) {
      return headShapes.fits(source.task(), vertex.inputs().get(0), inputs.get(0))
          ? Optional.of(logits(vertex, source.task(), inputs))
          : Optional.empty();
    }
    return Optional.of(simple(vertex, inputs));
  }

  private LineInference inference(Vertex vertex, LineSource line, List<Node> inputs) {
    LineProblems problems = new LineProblems(vertex, line, inputs, this::known, report);
    return new LineInference(vertex, line, inputs, learnt, masks, problems, report);
  }

  private Node simple(Vertex vertex, List<Node> inputs) {
    if (vertex.source() instanceof FeatureSource source) {
      return features(vertex, source);
    }
    if (vertex.source() instanceof JunctionSource source) {
      return junction(vertex, source.junction(), inputs);
    }
    Shape first = inputs.get(0).shape();
    if (vertex.source() instanceof JoinSource) {
      Shape joined = Shape.joined(inputs.stream().map(Node::shape).toList());
      return node(vertex, new JoinCode(), inputs, joined, inputs.get(0).source());
    }
    if (vertex.source() instanceof PredictionSource source) {
      return node(vertex, new PredictionCode(source.task()), inputs, first, "prediction");
    }
    if (vertex.source() instanceof HeadSource source) {
      return node(vertex, new HeadCode(source.task()), inputs, first, "task")
          .withParameters(learnt.parameters(vertex, source.task().kind().weights()));
    }
    return node(vertex, new AliasCode(), inputs, first, "Block");
  }

  /** What a sharing scheme learns is no part of the trunk: it is addressed by its path. */
  private Node junction(Vertex vertex, Junction junction, List<Node> inputs) {
    Junction.Made made = junction.of(inputs);
    return new Node(
        vertex.place().path(),
        vertex.place().address(),
        new LineCode(made.operations()),
        List.copyOf(inputs),
        made.shape(),
        learnt.parameters(vertex.place().weights(), vertex, made.weights()),
        List.of(),
        made.multiplyAdds(),
        Optional.empty(),
        junction.words());
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

  private boolean entersTogether(Vertex vertex, FeatureSource source) {
    List<FeaturePlan> features =
        source.names().stream().map(name -> example.feature(name).orElseThrow()).toList();
    List<Shape> shapes = features.stream().map(each -> each.encoding().shape()).toList();
    boolean fits = shapes.stream().allMatch(each -> each.joins(shapes.get(0)));
    if (!fits) {
      Optional<OwnLengths> own = OwnLengths.among(shapes);
      report.add(
          Rule.FEATURES_DONT_FIT,
          vertex.place().origin(),
          "All features enter together, and "
              + own.map(OwnLengths::words).orElse("these can't be joined")
              + ": "
              + features.stream()
                  .map(each -> each.name() + " " + each.encoding().shape())
                  .collect(Collectors.joining(", "))
              + ".",
          own.map(OwnLengths::help).orElseGet(() -> apartHelp(features)));
    }
    return fits;
  }

  /** A network that comes from a class file can't be made to name features. */
  private String apartHelp(List<FeaturePlan> features) {
    return foreign
        .map(
            network ->
                "Write a trunk of your own with `"
                    + network
                    + "` as a block of it: @Block(network = "
                    + network
                    + ".class) Tensor seen(Tensor "
                    + most(features).name()
                    + "), and a layer that takes `seen` and the others, like @Dense(64) @Relu"
                    + " Tensor out(Tensor seen, Tensor "
                    + features.stream()
                        .filter(each -> !each.equals(most(features)))
                        .map(FeaturePlan::name)
                        .collect(Collectors.joining(", Tensor "))
                    + ").")
        .orElse(
            "Name them one by one in a network, and bring them together where their shapes"
                + " agree.");
  }

  /** The feature of the most axes: what a network was made for. */
  private static FeaturePlan most(List<FeaturePlan> features) {
    return features.stream()
        .reduce((a, b) -> b.encoding().shape().rank() > a.encoding().shape().rank() ? b : a)
        .orElseThrow();
  }

  private Node features(Vertex vertex, FeatureSource source) {
    List<Shape> shapes = new ArrayList<>();
    Map<String, Parameter> tables = new LinkedHashMap<>();
    for (String name : source.names()) {
      Encoding encoding = example.feature(name).orElseThrow().encoding();
      shapes.add(encoding.shape());
      encoding
          .table()
          .ifPresent(table -> tables.put(table.name(), tableOf(source.tables(), table)));
    }
    return new Node(
        vertex.place().path(),
        vertex.place().address(),
        new FeaturesCode(source.tables(), source.names()),
        List.of(),
        Shape.joined(shapes),
        List.copyOf(tables.values()),
        List.of(),
        0,
        Optional.empty(),
        source.names().size() == 1 ? "feature" : "features");
  }

  private Parameter tableOf(String copy, Table table) {
    return learnt.table(
        copy, table, example.feature(table.name()).orElseThrow().component().marks());
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
        learnt.parameters(vertex, weights),
        List.of(),
        inputs.get(0).shape().positions() * in * units,
        Optional.empty(),
        "head");
  }
}
