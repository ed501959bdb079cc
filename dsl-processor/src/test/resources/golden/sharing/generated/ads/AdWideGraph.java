package ads;

import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Experts.gate;
import static dev.espalier.runtime.graph.Experts.mixture;
import static dev.espalier.runtime.graph.Experts.stack;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.regression;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.squaredError;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.SharingInfo;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@code AdWide}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdWideGraph implements GeneratedModel<Ad, AdInput, AdPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "AdWide",
      "mixture of experts",
      "e3e0d7c6c12d7599",
      List.of(
          ModelInfo.Parameter.table("tables.site", "tables.site", "site", Initializer.SMALL_UNIFORM,
              3, 4, 0, 1),
          ModelInfo.Parameter.kernel("trunk-expert-1.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-1.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-2.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-2.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-3.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-3.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-4.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-4.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-5.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-5.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-6.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-6.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-7.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-7.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-8.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-8.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("gates.click.kernel", "gates.click.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 8}, 0).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.click.bias", "gates.click.bias", 0, new int[] {8}, 0)
              .scaledBy(0.5),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {16, 4}, 0),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {4}, 0),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 0),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0),
          ModelInfo.Parameter.kernel("gates.price.kernel", "gates.price.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 8}, 1).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.price.bias", "gates.price.bias", 0, new int[] {8}, 1)
              .scaledBy(0.5),
          ModelInfo.Parameter.kernel("tasks.price.logits.kernel", "tasks.price.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 1}, 1),
          ModelInfo.Parameter.constant("tasks.price.logits.bias", "tasks.price.logits.bias", 0,
              new int[] {1}, 1)),
      List.of(),
      List.of(
          "trunk-expert-1.hidden1",
          "trunk-expert-2.hidden1",
          "trunk-expert-3.hidden1",
          "trunk-expert-4.hidden1",
          "trunk-expert-5.hidden1",
          "trunk-expert-6.hidden1",
          "trunk-expert-7.hidden1",
          "trunk-expert-8.hidden1",
          "experts.hidden1",
          "gates.click",
          "trunk-click.hidden1",
          "tasks.click.hidden",
          "tasks.click.logits",
          "gates.price",
          "trunk-price.hidden1",
          "tasks.price.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {})),
      List.of(
          "features",
          "experts.hidden1"));

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Ad, AdInput, AdPrediction> codec() {
    return AdData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(0.001, 0.9, 0.999, 1e-7);
  }

  @Override
  public List<SharingInfo> sharing() {
    return List.of(
        SharingInfo.gates("gates", List.of("expert 1", "expert 2", "expert 3", "expert 4",
            "expert 5", "expert 6", "expert 7", "expert 8"))
            .row("click", "gates.click", 0, 1, 2, 3, 4, 5, 6, 7)
            .row("price", "gates.price", 0, 1, 2, 3, 4, 5, 6, 7));
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "site"); // [5]

    // Experts
    var expert1Hidden1 = g.layer("trunk-expert-1.hidden1",
        relu(g, dense(g, "trunk-expert-1.hidden1", in))); // [16]
    var expert2Hidden1 = g.layer("trunk-expert-2.hidden1",
        relu(g, dense(g, "trunk-expert-2.hidden1", in))); // [16]
    var expert3Hidden1 = g.layer("trunk-expert-3.hidden1",
        relu(g, dense(g, "trunk-expert-3.hidden1", in))); // [16]
    var expert4Hidden1 = g.layer("trunk-expert-4.hidden1",
        relu(g, dense(g, "trunk-expert-4.hidden1", in))); // [16]
    var expert5Hidden1 = g.layer("trunk-expert-5.hidden1",
        relu(g, dense(g, "trunk-expert-5.hidden1", in))); // [16]
    var expert6Hidden1 = g.layer("trunk-expert-6.hidden1",
        relu(g, dense(g, "trunk-expert-6.hidden1", in))); // [16]
    var expert7Hidden1 = g.layer("trunk-expert-7.hidden1",
        relu(g, dense(g, "trunk-expert-7.hidden1", in))); // [16]
    var expert8Hidden1 = g.layer("trunk-expert-8.hidden1",
        relu(g, dense(g, "trunk-expert-8.hidden1", in))); // [16]
    var expertsHidden1 = g.layer("experts.hidden1", stack(g, expert1Hidden1, expert2Hidden1,
        expert3Hidden1, expert4Hidden1, expert5Hidden1, expert6Hidden1, expert7Hidden1,
        expert8Hidden1)); // [8, 16]

    // Trunk of click
    var gatesClick = g.layer("gates.click", gate(g, "gates.click", in)); // [8]
    var clickTrunkHidden1 = g.layer("trunk-click.hidden1",
        mixture(g, expertsHidden1, gatesClick)); // [16]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", clickTrunkHidden1))); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Trunk of price
    var gatesPrice = g.layer("gates.price", gate(g, "gates.price", in)); // [8]
    var priceTrunkHidden1 = g.layer("trunk-price.hidden1",
        mixture(g, expertsHidden1, gatesPrice)); // [16]

    // Task price
    var priceLogits = g.layer("tasks.price.logits",
        dense(g, "tasks.price.logits", priceTrunkHidden1)); // [1]
    var price = regression(g, "price", priceLogits, squaredError());

    return new ModelGraph(List.of(click, price));
  }
}
