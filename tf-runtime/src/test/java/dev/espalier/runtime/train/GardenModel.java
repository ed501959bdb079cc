package dev.espalier.runtime.train;

import static dev.espalier.runtime.graph.Activations.tanh;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.multiClass;
import static dev.espalier.runtime.graph.Heads.multiLabel;
import static dev.espalier.runtime.graph.Heads.regression;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.softmaxCrossEntropy;
import static dev.espalier.runtime.graph.Losses.squaredError;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.graph.Dropouts;
import dev.espalier.runtime.graph.Normalizations;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * As it would be generated: a trunk of one layer, a tower for {@code tasty}; if wanted with batch
 * normalisation and dropout.
 *
 * @param options what modifiers would have made of each parameter
 */
public record GardenModel(boolean noisy, UnaryOperator<Parameter> options)
    implements GeneratedModel<Garden, Garden.Input, Garden.Prediction> {

  private static final int[] ALL = {0, 1, 2, 3};

  public static GardenModel plain() {
    return new GardenModel(false, p -> p);
  }

  @Override
  public ModelInfo info() {
    List<Parameter> parameters =
        List.of(
            Parameter.table(
                "tables.soil", "tables.soil", "soil", Initializer.GLOROT_UNIFORM, 4, 3, ALL),
            Parameter.table(
                "tables.visitors",
                "tables.visitors",
                "visitors",
                Initializer.GLOROT_UNIFORM,
                7,
                2,
                ALL),
            Parameter.table(
                "tables.colour", "tables.colour", "colour", Initializer.GLOROT_UNIFORM, -1, 3, ALL),
            kernel("trunk.hidden1", 15, 8, ALL),
            bias("trunk.hidden1", 8, ALL),
            Parameter.constant("trunk.norm.scale", "trunk.norm.scale", 1, new int[] {8}, ALL),
            Parameter.constant("trunk.norm.shift", "trunk.norm.shift", 0, new int[] {8}, ALL),
            kernel("tasks.tasty.hidden", 8, 4, 0),
            bias("tasks.tasty.hidden", 4, 0),
            kernel("tasks.tasty.logits", 4, 1, 0),
            bias("tasks.tasty.logits", 1, 0),
            kernel("tasks.family.logits", 8, 3, 1),
            bias("tasks.family.logits", 3, 1),
            kernel("tasks.height.logits", 8, 1, 2),
            bias("tasks.height.logits", 1, 2),
            kernel("tasks.uses.logits", 8, 2, 3),
            bias("tasks.uses.logits", 2, 3));
    return new ModelInfo(
        ModelInfo.CONTRACT,
        "Garden",
        "shared trunk",
        noisy ? "noisy" : "plain",
        parameters.stream().filter(p -> noisy || !p.path().contains("norm")).map(options).toList(),
        noisy
            ? List.of(
                new State("trunk.norm.mean", "trunk.norm.mean", 0, false, new int[] {8}, ALL),
                new State(
                    "trunk.norm.variance", "trunk.norm.variance", 1, false, new int[] {8}, ALL))
            : List.of(),
        List.of("trunk.hidden1", "tasks.tasty.hidden"),
        IntStream.range(0, 4)
            .mapToObj(t -> new Needs(new int[] {0, 1, 2, 3, 4, 5}, new int[0]))
            .toList(),
        List.of("trunk.hidden1"));
  }

  private static Parameter kernel(String layer, int in, int out, int... tasks) {
    String path = layer + ".kernel";
    return Parameter.kernel(path, path, Initializer.GLOROT_UNIFORM, new int[] {in, out}, tasks);
  }

  private static Parameter bias(String layer, int units, int... tasks) {
    return Parameter.constant(layer + ".bias", layer + ".bias", 0, new int[] {units}, tasks);
  }

  @Override
  public ExampleCodec<Garden, Garden.Input, Garden.Prediction> codec() {
    return new Garden.Codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(1e-2);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Trunk
    var in = g.features("tables", "size", "age", "soil", "colour", "neighbour", "visitors"); // [15]
    var hidden1 = g.layer("trunk.hidden1", trunk(g, in)); // [8]

    // Heads
    var tastyHidden =
        g.layer("tasks.tasty.hidden", tanh(g, dense(g, "tasks.tasty.hidden", hidden1)));
    var tasty = dense(g, "tasks.tasty.logits", tastyHidden); // [1]
    var family = dense(g, "tasks.family.logits", hidden1); // [3]
    var height = dense(g, "tasks.height.logits", hidden1); // [1]
    var uses = dense(g, "tasks.uses.logits", hidden1); // [2]
    return new ModelGraph(
        List.of(
            binary(g, "tasty", tasty, sigmoidCrossEntropy(0)),
            multiClass(g, "family", family, softmaxCrossEntropy(0)),
            regression(g, "height", height, squaredError()),
            multiLabel(g, "uses", uses, sigmoidCrossEntropy(0))));
  }

  private Operand<TFloat32> trunk(GraphBuilder g, Operand<TFloat32> in) {
    var linear = dense(g, "trunk.hidden1", in);
    if (!noisy) {
      return tanh(g, linear);
    }
    var normal = Normalizations.batchNorm(g, "trunk.norm", linear, 0.9, 1e-3);
    return Dropouts.dropout(g, "trunk.hidden1", tanh(g, normal), 0.2);
  }
}
