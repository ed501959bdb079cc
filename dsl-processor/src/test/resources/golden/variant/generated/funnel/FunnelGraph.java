package funnel;

import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.Activations.tanh;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Merges.concat;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@code Funnel}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelGraph implements GeneratedModel<Funnel, FunnelInput, FunnelPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "Funnel",
      "shared trunk",
      "645b3dfc83d8ac1f",
      List.of(
          ModelInfo.Parameter.table("tables.user", "tables.user", "user", Initializer.SMALL_UNIFORM,
              101, 4, 0, 1),
          ModelInfo.Parameter.table("tables.item", "tables.item", "item", Initializer.SMALL_UNIFORM,
              -1, 4, 0, 1),
          ModelInfo.Parameter.kernel("trunk.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {8, 16}, 0, 1),
          ModelInfo.Parameter.constant("trunk.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1),
          ModelInfo.Parameter.constant("trunk.hidden2.bias", "trunk.hidden2.bias", 0, new int[] {8},
              0, 1),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {8, 4}, 0, 1),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {4}, 0, 1),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 0, 1).asLastShared(),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.buy.own.kernel", "tasks.buy.own.kernel",
              Initializer.HE_NORMAL, new int[] {8, 4}, 1),
          ModelInfo.Parameter.constant("tasks.buy.own.bias", "tasks.buy.own.bias", 0, new int[] {4},
              1),
          ModelInfo.Parameter.kernel("tasks.buy.told.kernel", "tasks.buy.told.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 4}, 1),
          ModelInfo.Parameter.constant("tasks.buy.told.bias", "tasks.buy.told.bias", 0,
              new int[] {4}, 1),
          ModelInfo.Parameter.kernel("tasks.buy.out.kernel", "tasks.buy.out.kernel",
              Initializer.HE_NORMAL, new int[] {9, 4}, 1),
          ModelInfo.Parameter.constant("tasks.buy.out.bias", "tasks.buy.out.bias", 0, new int[] {4},
              1),
          ModelInfo.Parameter.kernel("tasks.buy.logits.kernel", "tasks.buy.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 1),
          ModelInfo.Parameter.constant("tasks.buy.logits.bias", "tasks.buy.logits.bias", 0,
              new int[] {1}, 1)),
      List.of(),
      List.of(
          "trunk.hidden1",
          "trunk.hidden2",
          "tasks.click.hidden",
          "tasks.click.logits",
          "tasks.buy.own",
          "tasks.buy.told",
          "tasks.buy.out",
          "tasks.buy.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {0})),
      List.of(
          "trunk.hidden2",
          "tasks.click.hidden",
          "tasks.click"));

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Funnel, FunnelInput, FunnelPrediction> codec() {
    return FunnelData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(0.001, 0.9, 0.999, 1e-7);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "user", "item"); // [8]

    // Trunk
    var hidden1 = g.layer("trunk.hidden1", relu(g, dense(g, "trunk.hidden1", in))); // [16]
    var hidden2 = g.layer("trunk.hidden2", relu(g, dense(g, "trunk.hidden2", hidden1))); // [8]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", hidden2))); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Task buy
    var buyOwn = g.layer("tasks.buy.own", relu(g, dense(g, "tasks.buy.own", hidden2))); // [4]
    var buyTold = g.layer("tasks.buy.told",
        tanh(g, dense(g, "tasks.buy.told", clickHidden))); // [4]
    var buyOut = g.layer("tasks.buy.out",
        relu(g, dense(g, "tasks.buy.out", concat(g, buyOwn, buyTold, click.prediction())))); // [4]
    var buyLogits = g.layer("tasks.buy.logits", dense(g, "tasks.buy.logits", buyOut)); // [1]
    var buy = binary(g, "buy", buyLogits, sigmoidCrossEntropy(0));

    return new ModelGraph(List.of(click, buy));
  }
}
