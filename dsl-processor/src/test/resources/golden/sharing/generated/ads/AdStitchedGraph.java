package ads;

import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.regression;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.squaredError;
import static dev.espalier.runtime.graph.Stitches.stitch;

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
 * The network of {@code AdStitched}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdStitchedGraph implements GeneratedModel<Ad, AdInput, AdPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "AdStitched",
      "cross-stitched trunks",
      "8c414f9580e66d75",
      List.of(
          ModelInfo.Parameter.table("tables.site", "tables.site", "site", Initializer.SMALL_UNIFORM,
              3, 4, 0, 1),
          ModelInfo.Parameter.kernel("trunk-click.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-click.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.kernel("trunk-price.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-price.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.constant("stitches.click.hidden1.own", "stitches.click.hidden1.own",
              0.9, new int[] {1}, 0, 1).scaledBy(10),
          ModelInfo.Parameter.constant("stitches.click.hidden1.others",
              "stitches.click.hidden1.others", 0.09999999999999998, new int[] {1}, 0, 1)
              .scaledBy(10),
          ModelInfo.Parameter.constant("stitches.price.hidden1.own", "stitches.price.hidden1.own",
              0.9, new int[] {1}, 0, 1).scaledBy(10),
          ModelInfo.Parameter.constant("stitches.price.hidden1.others",
              "stitches.price.hidden1.others", 0.09999999999999998, new int[] {1}, 0, 1)
              .scaledBy(10),
          ModelInfo.Parameter.kernel("trunk-click.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-click.hidden2.bias", "trunk.hidden2.bias", 0,
              new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-price.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-price.hidden2.bias", "trunk.hidden2.bias", 0,
              new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.constant("stitches.click.hidden2.own", "stitches.click.hidden2.own",
              0.9, new int[] {1}, 0).scaledBy(10),
          ModelInfo.Parameter.constant("stitches.click.hidden2.others",
              "stitches.click.hidden2.others", 0.09999999999999998, new int[] {1}, 0).scaledBy(10),
          ModelInfo.Parameter.constant("stitches.price.hidden2.own", "stitches.price.hidden2.own",
              0.9, new int[] {1}, 1).scaledBy(10),
          ModelInfo.Parameter.constant("stitches.price.hidden2.others",
              "stitches.price.hidden2.others", 0.09999999999999998, new int[] {1}, 1).scaledBy(10),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {8, 4}, 0),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {4}, 0),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 0),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0),
          ModelInfo.Parameter.kernel("tasks.price.logits.kernel", "tasks.price.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 1),
          ModelInfo.Parameter.constant("tasks.price.logits.bias", "tasks.price.logits.bias", 0,
              new int[] {1}, 1)),
      List.of(),
      List.of(
          "trunk-click.hidden1",
          "trunk-price.hidden1",
          "stitches.click.hidden1",
          "stitches.price.hidden1",
          "trunk-click.hidden2",
          "trunk-price.hidden2",
          "stitches.click.hidden2",
          "stitches.price.hidden2",
          "tasks.click.hidden",
          "tasks.click.logits",
          "tasks.price.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {})),
      List.of(
          "trunk-click.hidden2",
          "trunk-price.hidden2"));

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
        SharingInfo.stitches("hidden1", List.of("click", "price"))
            .row("click", "stitches.click.hidden1", 0, 1)
            .row("price", "stitches.price.hidden1", 1, 0),
        SharingInfo.stitches("hidden2", List.of("click", "price"))
            .row("click", "stitches.click.hidden2", 0, 1)
            .row("price", "stitches.price.hidden2", 1, 0));
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "site"); // [5]

    // Trunks, stitched
    var clickTrunkHidden1 = g.layer("trunk-click.hidden1",
        relu(g, dense(g, "trunk-click.hidden1", in))); // [16]
    var priceTrunkHidden1 = g.layer("trunk-price.hidden1",
        relu(g, dense(g, "trunk-price.hidden1", in))); // [16]
    var stitchesClickHidden1 = g.layer("stitches.click.hidden1",
        stitch(g, "stitches.click.hidden1", clickTrunkHidden1, priceTrunkHidden1)); // [16]
    var stitchesPriceHidden1 = g.layer("stitches.price.hidden1",
        stitch(g, "stitches.price.hidden1", priceTrunkHidden1, clickTrunkHidden1)); // [16]
    var clickTrunkHidden2 = g.layer("trunk-click.hidden2",
        relu(g, dense(g, "trunk-click.hidden2", stitchesClickHidden1))); // [8]
    var priceTrunkHidden2 = g.layer("trunk-price.hidden2",
        relu(g, dense(g, "trunk-price.hidden2", stitchesPriceHidden1))); // [8]
    var stitchesClickHidden2 = g.layer("stitches.click.hidden2",
        stitch(g, "stitches.click.hidden2", clickTrunkHidden2, priceTrunkHidden2)); // [8]
    var stitchesPriceHidden2 = g.layer("stitches.price.hidden2",
        stitch(g, "stitches.price.hidden2", priceTrunkHidden2, clickTrunkHidden2)); // [8]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", stitchesClickHidden2))); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Task price
    var priceLogits = g.layer("tasks.price.logits",
        dense(g, "tasks.price.logits", stitchesPriceHidden2)); // [1]
    var price = regression(g, "price", priceLogits, squaredError());

    return new ModelGraph(List.of(click, price));
  }
}
