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
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Two trunks over features without tables: {@code tasty} and {@code family} share the first, {@code
 * height} and {@code uses} the second; or {@code uses} has a trunk of its own.
 *
 * @param apart whether {@code uses} shares nothing
 * @param boundary what is said to be the representation
 */
record TwoTrunks(boolean apart, List<String> boundary)
    implements GeneratedModel<Garden, Garden.Input, Garden.Prediction> {

  static TwoTrunks shared() {
    return new TwoTrunks(false, List.of("trunk.left", "trunk.right"));
  }

  /** {@code uses} shares nothing. */
  static TwoTrunks oneApart() {
    return new TwoTrunks(true, List.of("trunk.left"));
  }

  @Override
  public ModelInfo info() {
    List<Parameter> parameters = new ArrayList<>();
    layer(parameters, "trunk.left", 4, 3, 0, 1);
    if (apart) {
      layer(parameters, "trunk.right", 4, 3, 2);
      layer(parameters, "trunk.own", 4, 3, 3);
    } else {
      layer(parameters, "trunk.right", 4, 3, 2, 3);
    }
    layer(parameters, "tasks.tasty.logits", 3, 1, 0);
    layer(parameters, "tasks.family.logits", 3, 3, 1);
    layer(parameters, "tasks.height.logits", 3, 1, 2);
    layer(parameters, "tasks.uses.logits", 3, 2, 3);
    ModelInfo plain = GardenModel.plain().info();
    return new ModelInfo(
        ModelInfo.CONTRACT,
        "TwoTrunks",
        "two trunks",
        "two" + apart,
        parameters,
        List.of(),
        List.of("trunk.left", "trunk.right"),
        plain.needs(),
        boundary);
  }

  private static void layer(List<Parameter> all, String path, int in, int out, int... tasks) {
    String kernel = path + ".kernel";
    String bias = path + ".bias";
    all.add(
        Parameter.kernel(kernel, kernel, Initializer.GLOROT_UNIFORM, new int[] {in, out}, tasks));
    all.add(Parameter.constant(bias, bias, 0, new int[] {out}, tasks));
  }

  @Override
  public ExampleCodec<Garden, Garden.Input, Garden.Prediction> codec() {
    return new Garden.Codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.sgd(0.01);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    var in = g.features("tables", "size", "age"); // [4]
    var left = g.layer("trunk.left", tanh(g, dense(g, "trunk.left", in))); // [3]
    var right = g.layer("trunk.right", tanh(g, dense(g, "trunk.right", in))); // [3]
    var own = apart ? tanh(g, dense(g, "trunk.own", in)) : right; // [3]
    var tasty = dense(g, "tasks.tasty.logits", left); // [1]
    var family = dense(g, "tasks.family.logits", left); // [3]
    var height = dense(g, "tasks.height.logits", right); // [1]
    var uses = dense(g, "tasks.uses.logits", own); // [2]
    return new ModelGraph(
        List.of(
            binary(g, "tasty", tasty, sigmoidCrossEntropy(0)),
            multiClass(g, "family", family, softmaxCrossEntropy(0)),
            regression(g, "height", height, squaredError()),
            multiLabel(g, "uses", uses, sigmoidCrossEntropy(0))));
  }
}
