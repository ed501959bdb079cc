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
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The network of {@code Ad}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdGraph implements GeneratedModel<Ad, AdInput, AdPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "Ad",
      "mixture of experts",
      "3f6880ea5dc2c480",
      List.of(
          ModelInfo.Parameter.table("tables.site", "tables.site", "site", Initializer.SMALL_UNIFORM,
              3, 4, 0, 1),
          ModelInfo.Parameter.kernel("trunk-expert-1.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-expert-1.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.kernel("trunk-expert-1.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-1.hidden2.bias", "trunk.hidden2.bias", 0,
              new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-2.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-expert-2.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.kernel("trunk-expert-2.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-2.hidden2.bias", "trunk.hidden2.bias", 0,
              new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-3.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {5, 16}, 0, 1).regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk-expert-3.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {16}, 0, 1),
          ModelInfo.Parameter.kernel("trunk-expert-3.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1).regularized(0, 1e-4).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-3.hidden2.bias", "trunk.hidden2.bias", 0,
              new int[] {8}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("gates.click.kernel", "gates.click.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 3}, 0).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.click.bias", "gates.click.bias", 0, new int[] {3}, 0)
              .scaledBy(0.5),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {8, 4}, 0),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {4}, 0),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 0),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0),
          ModelInfo.Parameter.kernel("gates.price.kernel", "gates.price.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {5, 3}, 1).scaledBy(0.5),
          ModelInfo.Parameter.constant("gates.price.bias", "gates.price.bias", 0, new int[] {3}, 1)
              .scaledBy(0.5),
          ModelInfo.Parameter.kernel("tasks.price.logits.kernel", "tasks.price.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 1),
          ModelInfo.Parameter.constant("tasks.price.logits.bias", "tasks.price.logits.bias", 0,
              new int[] {1}, 1)),
      List.of(),
      List.of(
          "trunk-expert-1.hidden1",
          "trunk-expert-1.hidden2",
          "trunk-expert-2.hidden1",
          "trunk-expert-2.hidden2",
          "trunk-expert-3.hidden1",
          "trunk-expert-3.hidden2",
          "experts.hidden2",
          "gates.click",
          "trunk-click.hidden2",
          "tasks.click.hidden",
          "tasks.click.logits",
          "gates.price",
          "trunk-price.hidden2",
          "tasks.price.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {})),
      List.of(
          "features",
          "experts.hidden2"));

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
        SharingInfo.gates("gates", List.of("expert 1", "expert 2", "expert 3"))
            .row("click", "gates.click", 0, 1, 2)
            .row("price", "gates.price", 0, 1, 2));
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "site"); // [5]

    // Experts
    var expert1Hidden2 = trunk(g, "trunk-expert-1", in); // [8]
    var expert2Hidden2 = trunk(g, "trunk-expert-2", in); // [8]
    var expert3Hidden2 = trunk(g, "trunk-expert-3", in); // [8]
    var expertsHidden2 = g.layer("experts.hidden2",
        stack(g, expert1Hidden2, expert2Hidden2, expert3Hidden2)); // [3, 8]

    // Trunk of click
    var gatesClick = g.layer("gates.click", gate(g, "gates.click", in)); // [3]
    var clickTrunkHidden2 = g.layer("trunk-click.hidden2",
        mixture(g, expertsHidden2, gatesClick)); // [8]

    // Task click
    var clickHidden = g.layer("tasks.click.hidden",
        relu(g, dense(g, "tasks.click.hidden", clickTrunkHidden2))); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickHidden)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Trunk of price
    var gatesPrice = g.layer("gates.price", gate(g, "gates.price", in)); // [3]
    var priceTrunkHidden2 = g.layer("trunk-price.hidden2",
        mixture(g, expertsHidden2, gatesPrice)); // [8]

    // Task price
    var priceLogits = g.layer("tasks.price.logits",
        dense(g, "tasks.price.logits", priceTrunkHidden2)); // [1]
    var price = regression(g, "price", priceLogits, squaredError());

    return new ModelGraph(List.of(click, price));
  }

  /**
   * {@code trunk}, with weights of its own for each path.
   */
  private static Operand<TFloat32> trunk(GraphBuilder g, String path, Operand<TFloat32> in) {
    var hidden1 = g.layer(path + ".hidden1", relu(g, dense(g, path + ".hidden1", in))); // [16]
    var hidden2 = g.layer(path + ".hidden2", relu(g, dense(g, path + ".hidden2", hidden1))); // [8]
    return hidden2;
  }
}
