import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.Activations.tanh;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Dropouts.dropout;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.given;
import static dev.espalier.runtime.graph.Heads.notAbove;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Transfers.informationTransfer;

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
      "4b931cf1eb8c2af1",
      List.of(
          ModelInfo.Parameter.table("tables.user", "tables.user", "user", Initializer.SMALL_UNIFORM,
              1001, 16, 0, 1, 2),
          ModelInfo.Parameter.kernel("trunk.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {20, 32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {32, 8}, 0, 1, 2),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {8}, 0, 1, 2),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 0, 1).asLastShared(),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.cart.own.kernel", "tasks.cart.own.kernel",
              Initializer.HE_NORMAL, new int[] {32, 8}, 1, 2),
          ModelInfo.Parameter.constant("tasks.cart.own.bias", "tasks.cart.own.bias", 0,
              new int[] {8}, 1, 2),
          ModelInfo.Parameter.kernel("tasks.cart.told.kernel", "tasks.cart.told.kernel",
              Initializer.HE_NORMAL, new int[] {8, 8}, 1, 2),
          ModelInfo.Parameter.constant("tasks.cart.told.bias", "tasks.cart.told.bias", 0,
              new int[] {8}, 1, 2),
          ModelInfo.Parameter.kernel("tasks.cart.out.queryKernel", "tasks.cart.out.queryKernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 8}, 1, 2),
          ModelInfo.Parameter.kernel("tasks.cart.out.keyKernel", "tasks.cart.out.keyKernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 8}, 1, 2),
          ModelInfo.Parameter.kernel("tasks.cart.out.valueKernel", "tasks.cart.out.valueKernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 8}, 1, 2),
          ModelInfo.Parameter.kernel("tasks.cart.logits.kernel", "tasks.cart.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 1, 2).asLastShared(),
          ModelInfo.Parameter.constant("tasks.cart.logits.bias", "tasks.cart.logits.bias", 0,
              new int[] {1}, 1, 2).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.buy.logits.kernel", "tasks.buy.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {32, 1}, 2),
          ModelInfo.Parameter.constant("tasks.buy.logits.bias", "tasks.buy.logits.bias", 0,
              new int[] {1}, 2),
          ModelInfo.Parameter.kernel("tasks.back.out.kernel", "tasks.back.out.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 4}, 2, 3),
          ModelInfo.Parameter.constant("tasks.back.out.bias", "tasks.back.out.bias", 0,
              new int[] {4}, 2, 3),
          ModelInfo.Parameter.kernel("tasks.back.logits.kernel", "tasks.back.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 2, 3).asLastShared(),
          ModelInfo.Parameter.constant("tasks.back.logits.bias", "tasks.back.logits.bias", 0,
              new int[] {1}, 2, 3).asLastShared()),
      List.of(),
      List.of(
          "trunk.hidden1",
          "tasks.click.hidden",
          "tasks.click.logits",
          "tasks.cart.own",
          "tasks.cart.told",
          "tasks.cart.out",
          "tasks.cart.logits",
          "tasks.buy.logits",
          "tasks.back.out",
          "tasks.back.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {1}),
          new ModelInfo.Needs(new int[] {1}, new int[] {})),
      List.of(
          "tasks.click.hidden",
          "trunk.hidden1",
          "tasks.click",
          "tasks.cart",
          "tasks.back"));

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
    var in = g.features("tables", "context", "user"); // [20]
    var context = g.features("tables", "context"); // [4]

    // Trunk
    var hidden1 = g.layer("trunk.hidden1", relu(g, dense(g, "trunk.hidden1", in))); // [32]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", hidden1))); // [8]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Task cart
    var cartOwn = g.layer("tasks.cart.own", relu(g, dense(g, "tasks.cart.own", hidden1))); // [8]
    var cartTold = g.layer("tasks.cart.told",
        dropout(g, "tasks.cart.told", relu(g, dense(g, "tasks.cart.told", clickHidden)), 0.3)); // [8]
    var cartOut = g.layer("tasks.cart.out",
        informationTransfer(g, "tasks.cart.out", cartOwn, cartTold)); // [8]
    var cartLogits = g.layer("tasks.cart.logits", dense(g, "tasks.cart.logits", cartOut)); // [1]
    var cart = notAbove(g, binary(g, "cart", cartLogits, sigmoidCrossEntropy(0)), click, 0.6);

    // Task buy
    var buyLogits = g.layer("tasks.buy.logits", dense(g, "tasks.buy.logits", hidden1)); // [1]

    // Task back
    var backOut = g.layer("tasks.back.out", tanh(g, dense(g, "tasks.back.out", context))); // [4]
    var backLogits = g.layer("tasks.back.logits", dense(g, "tasks.back.logits", backOut)); // [1]
    var back = binary(g, "back", backLogits, sigmoidCrossEntropy(0));

    // Task buy
    var buy = notAbove(g, given(g, "buy", buyLogits, cart, sigmoidCrossEntropy(0)), back, 0.25);

    return new ModelGraph(List.of(click, cart, buy, back));
  }
}
