package ads;

import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.regression;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.squaredError;
import static dev.espalier.runtime.graph.Merges.multiply;
import static dev.espalier.runtime.graph.TaskAttentions.attention;

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
 * The network of {@code AdAttended}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdAttendedGraph implements GeneratedModel<Ad, AdInput, AdPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "AdAttended",
      "shared trunk with attention of each task",
      "d20c56c45b21dadc",
      List.of(
          ModelInfo.Parameter.table("tables.site", "tables.site", "site", Initializer.SMALL_UNIFORM,
              3, 4, 0, 1),
          ModelInfo.Parameter.kernel("trunk.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1),
          ModelInfo.Parameter.constant("trunk.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.constant("trunk.hidden2.bias", "trunk.hidden2.bias", 0, new int[] {8},
              0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("attention.click.hidden1.inner.kernel",
              "attention.click.hidden1.inner.kernel", Initializer.HE_NORMAL, new int[] {16, 16}, 0),
          ModelInfo.Parameter.constant("attention.click.hidden1.inner.bias",
              "attention.click.hidden1.inner.bias", 0, new int[] {16}, 0),
          ModelInfo.Parameter.kernel("attention.click.hidden1.outer.kernel",
              "attention.click.hidden1.outer.kernel", Initializer.GLOROT_UNIFORM, new int[] {16,
              16}, 0),
          ModelInfo.Parameter.constant("attention.click.hidden1.outer.bias",
              "attention.click.hidden1.outer.bias", 0, new int[] {16}, 0),
          ModelInfo.Parameter.kernel("attention.click.hidden2.inner.kernel",
              "attention.click.hidden2.inner.kernel", Initializer.HE_NORMAL, new int[] {24, 8}, 0),
          ModelInfo.Parameter.constant("attention.click.hidden2.inner.bias",
              "attention.click.hidden2.inner.bias", 0, new int[] {8}, 0),
          ModelInfo.Parameter.kernel("attention.click.hidden2.outer.kernel",
              "attention.click.hidden2.outer.kernel", Initializer.GLOROT_UNIFORM, new int[] {8, 8},
              0),
          ModelInfo.Parameter.constant("attention.click.hidden2.outer.bias",
              "attention.click.hidden2.outer.bias", 0, new int[] {8}, 0),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {8, 4}, 0),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {4}, 0),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 0),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0),
          ModelInfo.Parameter.kernel("attention.price.hidden1.inner.kernel",
              "attention.price.hidden1.inner.kernel", Initializer.HE_NORMAL, new int[] {16, 16}, 1)
              .regularized(0, 0.001),
          ModelInfo.Parameter.constant("attention.price.hidden1.inner.bias",
              "attention.price.hidden1.inner.bias", 0, new int[] {16}, 1),
          ModelInfo.Parameter.kernel("attention.price.hidden1.outer.kernel",
              "attention.price.hidden1.outer.kernel", Initializer.GLOROT_UNIFORM, new int[] {16,
              16}, 1).regularized(0, 0.001),
          ModelInfo.Parameter.constant("attention.price.hidden1.outer.bias",
              "attention.price.hidden1.outer.bias", 0, new int[] {16}, 1),
          ModelInfo.Parameter.kernel("attention.price.hidden2.inner.kernel",
              "attention.price.hidden2.inner.kernel", Initializer.HE_NORMAL, new int[] {24, 8}, 1)
              .regularized(0, 0.001),
          ModelInfo.Parameter.constant("attention.price.hidden2.inner.bias",
              "attention.price.hidden2.inner.bias", 0, new int[] {8}, 1),
          ModelInfo.Parameter.kernel("attention.price.hidden2.outer.kernel",
              "attention.price.hidden2.outer.kernel", Initializer.GLOROT_UNIFORM, new int[] {8, 8},
              1).regularized(0, 0.001),
          ModelInfo.Parameter.constant("attention.price.hidden2.outer.bias",
              "attention.price.hidden2.outer.bias", 0, new int[] {8}, 1),
          ModelInfo.Parameter.kernel("tasks.price.logits.kernel", "tasks.price.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 1),
          ModelInfo.Parameter.constant("tasks.price.logits.bias", "tasks.price.logits.bias", 0,
              new int[] {1}, 1)),
      List.of(),
      List.of(
          "trunk.hidden1",
          "trunk.hidden2",
          "attention.click.hidden1",
          "trunk-click.hidden1",
          "attention.click.hidden2",
          "trunk-click.hidden2",
          "tasks.click.hidden",
          "tasks.click.logits",
          "attention.price.hidden1",
          "trunk-price.hidden1",
          "attention.price.hidden2",
          "trunk-price.hidden2",
          "tasks.price.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {})),
      List.of(
          "trunk.hidden1",
          "trunk.hidden2"));

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
        SharingInfo.attention("attention", List.of("hidden1", "hidden2"))
            .row("click", "attention.click.hidden1", 0)
            .row("click", "attention.click.hidden2", 1)
            .row("price", "attention.price.hidden1", 0)
            .row("price", "attention.price.hidden2", 1));
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "site"); // [5]

    // Trunk
    var hidden1 = g.layer("trunk.hidden1", relu(g, dense(g, "trunk.hidden1", in))); // [16]
    var hidden2 = g.layer("trunk.hidden2", relu(g, dense(g, "trunk.hidden2", hidden1))); // [8]

    // Trunk of click
    var attentionClickHidden1 = g.layer("attention.click.hidden1",
        attention(g, "attention.click.hidden1", hidden1)); // [16]
    var clickTrunkHidden1 = g.layer("trunk-click.hidden1",
        multiply(g, hidden1, attentionClickHidden1)); // [16]
    var attentionClickHidden2 = g.layer("attention.click.hidden2",
        attention(g, "attention.click.hidden2", hidden2, clickTrunkHidden1)); // [8]
    var clickTrunkHidden2 = g.layer("trunk-click.hidden2",
        multiply(g, hidden2, attentionClickHidden2)); // [8]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", clickTrunkHidden2))); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Trunk of price
    var attentionPriceHidden1 = g.layer("attention.price.hidden1",
        attention(g, "attention.price.hidden1", hidden1)); // [16]
    var priceTrunkHidden1 = g.layer("trunk-price.hidden1",
        multiply(g, hidden1, attentionPriceHidden1)); // [16]
    var attentionPriceHidden2 = g.layer("attention.price.hidden2",
        attention(g, "attention.price.hidden2", hidden2, priceTrunkHidden1)); // [8]
    var priceTrunkHidden2 = g.layer("trunk-price.hidden2",
        multiply(g, hidden2, attentionPriceHidden2)); // [8]

    // Task price
    var priceLogits = g.layer("tasks.price.logits",
        dense(g, "tasks.price.logits", priceTrunkHidden2)); // [1]
    var price = regression(g, "price", priceLogits, squaredError());

    return new ModelGraph(List.of(click, price));
  }
}
