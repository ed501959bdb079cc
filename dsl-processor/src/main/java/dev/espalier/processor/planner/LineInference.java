package dev.espalier.processor.planner;

import dev.espalier.processor.layer.Inputs;
import dev.espalier.processor.layer.Layer;
import dev.espalier.processor.layer.LayerUse;
import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.layer.Role;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.LineCode;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Statistic;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Infers one line of a network: its layers one after the other. */
final class LineInference {
  private final Vertex vertex;
  private final LineSource line;
  private final List<Node> inputs;
  private final List<Layer> layers;
  private final List<Mark> marks;
  private final LearntParts learnt;
  private final SpectrogramMasks masks;
  private final LineProblems problems;
  private final Report report;

  LineInference(
      Vertex vertex,
      LineSource line,
      List<Node> inputs,
      LearntParts learnt,
      SpectrogramMasks masks,
      LineProblems problems,
      Report report) {
    this.problems = problems;
    this.learnt = learnt;
    this.masks = masks;
    this.report = report;
    this.vertex = vertex;
    this.line = line;
    this.inputs = inputs;
    this.marks = ownLine(line.layer());
    this.layers = marks.stream().map(mark -> Layers.of(mark.name()).orElseThrow()).toList();
  }

  /** The layers of a line that inference sees: wiring has put a block's network in its place. */
  static List<Mark> ownLine(LayerDeclaration layer) {
    return layer.marks().stream()
        .filter(mark -> Layers.of(mark.name()).isPresent() && !mark.name().equals("Block"))
        .toList();
  }

  /** The node; empty when the shapes don't go together. */
  Optional<Node> infer() {
    List<Operation> operations = new ArrayList<>();
    List<Weight> weights = new ArrayList<>();
    List<Statistic> statistics = new ArrayList<>();
    long multiplyAdds = 0;
    List<LayerUse.Input> flowing = flowing();
    if (flowing.size() > 1 && layers.get(0).inputs() == Inputs.JOINED) {
      if (!new Use(marks.get(0), flowing).requireJoinable("@" + layers.get(0).annotation())) {
        return Optional.empty();
      }
      operations.add(Operation.call("Merges", "concat"));
      List<Shape> shapes = flowing.stream().map(LayerUse.Input::shape).toList();
      flowing = List.of(renamed(flowing.get(0), Shape.joined(shapes)));
    }
    for (int i = 0; i < layers.size(); i++) {
      int before = report.found();
      Optional<Layer.Result> result = layers.get(i).infer(new Use(marks.get(i), flowing));
      if (result.isEmpty() || report.found() > before) {
        return Optional.empty();
      }
      result.get().operation().ifPresent(operations::add);
      if (layers.get(i).isSpectrogram() && i == 0) {
        operations.addAll(masks.of(inputs.get(0), result.get().shape(), report));
      }
      weights.addAll(result.get().weights());
      statistics.addAll(result.get().statistics());
      multiplyAdds += result.get().multiplyAdds();
      String made = layers.get(i).annotation();
      flowing = List.of(flowing.get(0).become(line.layer().name(), result.get().shape(), made));
    }
    return Optional.of(
        new Node(
            vertex.place().path(),
            vertex.place().address(),
            new LineCode(List.copyOf(operations)),
            List.copyOf(inputs),
            flowing.get(0).shape(),
            learnt.parameters(vertex, weights),
            learnt.states(vertex, statistics),
            multiplyAdds,
            vertex.place().call(),
            line.layer().mark("Block").map(Mark::name).orElse(layers.get(0).annotation())));
  }

  /** Whether what the line's block takes can be joined; says so where it can't. */
  boolean joins() {
    Mark block = line.layer().mark("Block").orElseThrow();
    return new Use(block, flowing()).requireJoinable("@Block");
  }

  private List<LayerUse.Input> flowing() {
    List<LayerUse.Input> flowing = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      var parameter = line.layer().inputs().get(i);
      flowing.add(
          new LayerUse.Input(
              parameter.name(), inputs.get(i).shape(), parameter.origin(), inputs.get(i).source()));
    }
    return flowing;
  }

  private LayerUse.Input renamed(LayerUse.Input input, Shape shape) {
    return new LayerUse.Input(input.name(), shape, input.origin(), input.source());
  }

  private boolean reluFollows() {
    return layers.stream().anyMatch(layer -> layer.role() == Role.ACTIVATION && layer.isReluLike());
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
    public boolean batchNormFollows() {
      return layers.stream().anyMatch(layer -> layer.annotation().equals("BatchNorm"));
    }

    @Override
    public void shapesDontFit(String sentence, String help) {
      problems.add(Rule.SHAPES_DONT_FIT, mark.origin(), sentence, help);
    }

    @Override
    public void wrongRank(String sentence, String help) {
      problems.add(Rule.WRONG_RANK, mark.origin(), sentence, help);
    }

    @Override
    public void emptyShape(String sentence, String help) {
      problems.add(Rule.EMPTY_SHAPE, mark.origin(), sentence, help);
    }

    @Override
    public void wrongGradient(String sentence, String help) {
      problems.add(Rule.WRONG_GRADIENT, mark.origin(), sentence, help);
    }

    @Override
    public void whichRate(String sentence, String help) {
      problems.add(Rule.WHICH_RATE, mark.origin("rate"), sentence, help);
    }

    @Override
    public void outOfRange(String member, String sentence, String help) {
      problems.add(Rule.OUT_OF_RANGE, mark.origin(member), sentence, help);
    }

    @Override
    public void tooLong(String sentence, String help) {
      problems.add(Rule.TOO_LONG, mark.origin(), sentence, help);
    }
  }
}
