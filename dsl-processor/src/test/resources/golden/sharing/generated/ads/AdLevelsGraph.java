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
 * The network of {@code AdLevels}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdLevelsGraph implements GeneratedModel<Ad, AdInput, AdPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "AdLevels",
      "progressive extraction",
      "bf9d702f121dd14f",
      List.of(
          ModelInfo.Parameter.table("tables.site", "tables.site", "site", Initializer.SMALL_UNIFORM,
              3, 4, 0, 1),
          ModelInfo.Parameter.kernel("trunk-click-level1-expert-1.hidden1.kernel",
              "trunk.hidden1.kernel", Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1)
              .regularized(0, 1e-4).asFrozen(),
          ModelInfo.Parameter.constant("trunk-click-level1-expert-1.hidden1.bias",
              "trunk.hidden1.bias", 0, new int[] {16}, 0, 1).asFrozen(),
          ModelInfo.Parameter.kernel("trunk-level1-expert-1.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asFrozen(),
          ModelInfo.Parameter.constant("trunk-level1-expert-1.hidden1.bias", "trunk.hidden1.bias",
              0, new int[] {16}, 0, 1).asFrozen(),
          ModelInfo.Parameter.kernel("trunk-level1-expert-2.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4).asFrozen(),
          ModelInfo.Parameter.constant("trunk-level1-expert-2.hidden1.bias", "trunk.hidden1.bias",
              0, new int[] {16}, 0, 1).asFrozen(),
          ModelInfo.Parameter.kernel("gates.click.level1.kernel", "gates.click.level1.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 3}, 0).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.click.level1.bias", "gates.click.level1.bias", 0,
              new int[] {3}, 0).scaledBy(0.5),
          ModelInfo.Parameter.kernel("trunk-price-level1-expert-1.hidden1.kernel",
              "trunk.hidden1.kernel", Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1)
              .regularized(0, 1e-4).asFrozen(),
          ModelInfo.Parameter.constant("trunk-price-level1-expert-1.hidden1.bias",
              "trunk.hidden1.bias", 0, new int[] {16}, 0, 1).asFrozen(),
          ModelInfo.Parameter.kernel("gates.level1.kernel", "gates.level1.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 4}, 0, 1).asFrozen().scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.level1.bias", "gates.level1.bias", 0, new int[] {4},
              0, 1).asFrozen().scaledBy(0.5),
          ModelInfo.Parameter.kernel("gates.price.level1.kernel", "gates.price.level1.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 3}, 1).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.price.level1.bias", "gates.price.level1.bias", 0,
              new int[] {3}, 1).scaledBy(0.5),
          ModelInfo.Parameter.kernel("trunk-click-level2-expert-1.hidden2.kernel",
              "trunk.hidden2.kernel", Initializer.HE_NORMAL, new int[] {16, 8}, 0)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-click-level2-expert-1.hidden2.bias",
              "trunk.hidden2.bias", 0, new int[] {8}, 0),
          ModelInfo.Parameter.kernel("trunk-level2-expert-1.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-level2-expert-1.hidden2.bias", "trunk.hidden2.bias",
              0, new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-level2-expert-2.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-level2-expert-2.hidden2.bias", "trunk.hidden2.bias",
              0, new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("gates.click.level2.kernel", "gates.click.level2.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 3}, 0).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.click.level2.bias", "gates.click.level2.bias", 0,
              new int[] {3}, 0).scaledBy(0.5),
          ModelInfo.Parameter.kernel("trunk-price-level2-expert-1.hidden2.kernel",
              "trunk.hidden2.kernel", Initializer.HE_NORMAL, new int[] {16, 8}, 1)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-price-level2-expert-1.hidden2.bias",
              "trunk.hidden2.bias", 0, new int[] {8}, 1),
          ModelInfo.Parameter.kernel("gates.price.level2.kernel", "gates.price.level2.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 3}, 1).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.price.level2.bias", "gates.price.level2.bias", 0,
              new int[] {3}, 1).scaledBy(0.5),
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
          "trunk-click-level1-expert-1.hidden1",
          "trunk-level1-expert-1.hidden1",
          "trunk-level1-expert-2.hidden1",
          "experts.click.level1.hidden1",
          "gates.click.level1",
          "trunk-click-level1.hidden1",
          "trunk-price-level1-expert-1.hidden1",
          "experts.level1.hidden1",
          "gates.level1",
          "trunk-level1.hidden1",
          "experts.price.level1.hidden1",
          "gates.price.level1",
          "trunk-price-level1.hidden1",
          "trunk-click-level2-expert-1.hidden2",
          "trunk-level2-expert-1.hidden2",
          "trunk-level2-expert-2.hidden2",
          "experts.click.level2.hidden2",
          "gates.click.level2",
          "trunk-click-level2.hidden2",
          "trunk-price-level2-expert-1.hidden2",
          "experts.price.level2.hidden2",
          "gates.price.level2",
          "trunk-price-level2.hidden2",
          "tasks.click.hidden",
          "tasks.click.logits",
          "tasks.price.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {})),
      List.of(
          "trunk-click-level1-expert-1.hidden1",
          "trunk-level1-expert-1.hidden1",
          "trunk-level1-expert-2.hidden1",
          "features",
          "trunk-price-level1-expert-1.hidden1",
          "trunk-level2-expert-1.hidden2",
          "trunk-level2-expert-2.hidden2"));

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
        SharingInfo.gates("level 1", List.of("click 1", "price 1", "shared 1", "shared 2"))
            .row("click", "gates.click.level1", 0, 2, 3)
            .row("price", "gates.price.level1", 1, 2, 3)
            .row("shared", "gates.level1", 0, 1, 2, 3),
        SharingInfo.gates("level 2", List.of("click 1", "price 1", "shared 1", "shared 2"))
            .row("click", "gates.click.level2", 0, 2, 3)
            .row("price", "gates.price.level2", 1, 2, 3));
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "site"); // [5]

    // Level 1
    var clickLevel1Expert1Hidden1 = g.layer("trunk-click-level1-expert-1.hidden1",
        relu(g, dense(g, "trunk-click-level1-expert-1.hidden1", in))); // [16]
    var level1Expert1Hidden1 = g.layer("trunk-level1-expert-1.hidden1",
        relu(g, dense(g, "trunk-level1-expert-1.hidden1", in))); // [16]
    var level1Expert2Hidden1 = g.layer("trunk-level1-expert-2.hidden1",
        relu(g, dense(g, "trunk-level1-expert-2.hidden1", in))); // [16]
    var expertsClickLevel1Hidden1 = g.layer("experts.click.level1.hidden1",
        stack(g, clickLevel1Expert1Hidden1, level1Expert1Hidden1, level1Expert2Hidden1)); // [3, 16]
    var gatesClickLevel1 = g.layer("gates.click.level1", gate(g, "gates.click.level1", in)); // [3]
    var clickLevel1Hidden1 = g.layer("trunk-click-level1.hidden1",
        mixture(g, expertsClickLevel1Hidden1, gatesClickLevel1)); // [16]
    var priceLevel1Expert1Hidden1 = g.layer("trunk-price-level1-expert-1.hidden1",
        relu(g, dense(g, "trunk-price-level1-expert-1.hidden1", in))); // [16]
    var expertsLevel1Hidden1 = g.layer("experts.level1.hidden1", stack(g, clickLevel1Expert1Hidden1,
        priceLevel1Expert1Hidden1, level1Expert1Hidden1, level1Expert2Hidden1)); // [4, 16]
    var gatesLevel1 = g.layer("gates.level1", gate(g, "gates.level1", in)); // [4]
    var level1TrunkHidden1 = g.layer("trunk-level1.hidden1",
        mixture(g, expertsLevel1Hidden1, gatesLevel1)); // [16]
    var expertsPriceLevel1Hidden1 = g.layer("experts.price.level1.hidden1",
        stack(g, priceLevel1Expert1Hidden1, level1Expert1Hidden1, level1Expert2Hidden1)); // [3, 16]
    var gatesPriceLevel1 = g.layer("gates.price.level1", gate(g, "gates.price.level1", in)); // [3]
    var priceLevel1Hidden1 = g.layer("trunk-price-level1.hidden1",
        mixture(g, expertsPriceLevel1Hidden1, gatesPriceLevel1)); // [16]

    // Level 2
    var clickLevel2Expert1Hidden2 = g.layer("trunk-click-level2-expert-1.hidden2",
        relu(g, dense(g, "trunk-click-level2-expert-1.hidden2", clickLevel1Hidden1))); // [8]
    var level2Expert1Hidden2 = g.layer("trunk-level2-expert-1.hidden2",
        relu(g, dense(g, "trunk-level2-expert-1.hidden2", level1TrunkHidden1))); // [8]
    var level2Expert2Hidden2 = g.layer("trunk-level2-expert-2.hidden2",
        relu(g, dense(g, "trunk-level2-expert-2.hidden2", level1TrunkHidden1))); // [8]
    var expertsClickLevel2Hidden2 = g.layer("experts.click.level2.hidden2",
        stack(g, clickLevel2Expert1Hidden2, level2Expert1Hidden2, level2Expert2Hidden2)); // [3, 8]
    var gatesClickLevel2 = g.layer("gates.click.level2",
        gate(g, "gates.click.level2", clickLevel1Hidden1)); // [3]
    var clickLevel2Hidden2 = g.layer("trunk-click-level2.hidden2",
        mixture(g, expertsClickLevel2Hidden2, gatesClickLevel2)); // [8]
    var priceLevel2Expert1Hidden2 = g.layer("trunk-price-level2-expert-1.hidden2",
        relu(g, dense(g, "trunk-price-level2-expert-1.hidden2", priceLevel1Hidden1))); // [8]
    var expertsPriceLevel2Hidden2 = g.layer("experts.price.level2.hidden2",
        stack(g, priceLevel2Expert1Hidden2, level2Expert1Hidden2, level2Expert2Hidden2)); // [3, 8]
    var gatesPriceLevel2 = g.layer("gates.price.level2",
        gate(g, "gates.price.level2", priceLevel1Hidden1)); // [3]
    var priceLevel2Hidden2 = g.layer("trunk-price-level2.hidden2",
        mixture(g, expertsPriceLevel2Hidden2, gatesPriceLevel2)); // [8]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", clickLevel2Hidden2))); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Task price
    var priceLogits = g.layer("tasks.price.logits",
        dense(g, "tasks.price.logits", priceLevel2Hidden2)); // [1]
    var price = regression(g, "price", priceLogits, squaredError());

    return new ModelGraph(List.of(click, price));
  }
}
