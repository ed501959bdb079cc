package shop;

import static dev.espalier.runtime.graph.Activations.gelu;
import static dev.espalier.runtime.graph.Activations.leakyRelu;
import static dev.espalier.runtime.graph.Activations.pRelu;
import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.Activations.tanh;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.DenseLayers.denseWithoutBias;
import static dev.espalier.runtime.graph.Dropouts.dropout;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.given;
import static dev.espalier.runtime.graph.Heads.multiClass;
import static dev.espalier.runtime.graph.Heads.multiLabel;
import static dev.espalier.runtime.graph.Heads.regression;
import static dev.espalier.runtime.graph.Losses.absoluteError;
import static dev.espalier.runtime.graph.Losses.balancedSoftmaxCrossEntropy;
import static dev.espalier.runtime.graph.Losses.huber;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.sigmoidFocal;
import static dev.espalier.runtime.graph.Losses.softmaxCrossEntropy;
import static dev.espalier.runtime.graph.Merges.add;
import static dev.espalier.runtime.graph.Merges.concat;
import static dev.espalier.runtime.graph.Merges.multiply;
import static dev.espalier.runtime.graph.Normalizations.batchNorm;
import static dev.espalier.runtime.graph.Normalizations.layerNorm;
import static dev.espalier.runtime.graph.Shortcuts.shortcut;

import dev.espalier.dsl.Initializer;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The network of {@code Shop}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class ShopGraph implements GeneratedModel<Shop, ShopInput, ShopPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "Shop",
      "shared trunk",
      "120306011acf4c03",
      List.of(
          ModelInfo.Parameter.table("tables.colour", "tables.colour", "colour",
              Initializer.GLOROT_NORMAL, 4, 4, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.table("tables.shelf", "tables.shelf", "shelf",
              Initializer.SMALL_UNIFORM, 21, 8, 0, 1, 2, 3, 4, 5, 6, 7).asFrozen(),
          ModelInfo.Parameter.table("tables.name", "tables.name", "name", Initializer.SMALL_UNIFORM,
              17, 8, 0, 1, 2, 3, 4, 5, 6, 7).scaledBy(0.5),
          ModelInfo.Parameter.table("tables.offered", "tables.offered", "offered",
              Initializer.SMALL_UNIFORM, 4, 8, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.table("tables.words", "tables.words", "words",
              Initializer.SMALL_UNIFORM, -1, 8, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.wide.kernel", "trunk.wide.kernel",
              Initializer.HE_NORMAL, new int[] {52, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.wide.bias", "trunk.wide.bias", 0, new int[] {16}, 0,
              1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.wide.scale", "trunk.wide.scale", 1, new int[] {16}, 0,
              1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.wide.shift", "trunk.wide.shift", 0, new int[] {16}, 0,
              1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.blocks.0.first.kernel", "trunk.blocks.0.first.kernel",
              Initializer.HE_NORMAL, new int[] {16, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.blocks.0.first.bias", "trunk.blocks.0.first.bias", 0,
              new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.blocks.0.first.scale", "trunk.blocks.0.first.scale",
              1, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.blocks.0.first.shift", "trunk.blocks.0.first.shift",
              0, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.blocks.0.second.kernel", "trunk.blocks.0.second.kernel",
              Initializer.HE_NORMAL, new int[] {16, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.blocks.0.second.slope", "trunk.blocks.0.second.slope",
              0.25, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.blocks.1.first.kernel", "trunk.blocks.1.first.kernel",
              Initializer.HE_NORMAL, new int[] {16, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.blocks.1.first.bias", "trunk.blocks.1.first.bias", 0,
              new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.blocks.1.first.scale", "trunk.blocks.1.first.scale",
              1, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.blocks.1.first.shift", "trunk.blocks.1.first.shift",
              0, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.blocks.1.second.kernel", "trunk.blocks.1.second.kernel",
              Initializer.HE_NORMAL, new int[] {16, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.blocks.1.second.slope", "trunk.blocks.1.second.slope",
              0.25, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.blocks.2.first.kernel", "trunk.blocks.2.first.kernel",
              Initializer.HE_NORMAL, new int[] {16, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.blocks.2.first.bias", "trunk.blocks.2.first.bias", 0,
              new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.blocks.2.first.scale", "trunk.blocks.2.first.scale",
              1, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.blocks.2.first.shift", "trunk.blocks.2.first.shift",
              0, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.blocks.2.second.kernel", "trunk.blocks.2.second.kernel",
              Initializer.HE_NORMAL, new int[] {16, 16}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.blocks.2.second.slope", "trunk.blocks.2.second.slope",
              0.25, new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.narrow.first.kernel", "trunk.narrow.first.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.narrow.first.bias", "trunk.narrow.first.bias", 0,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.narrow.first.scale", "trunk.narrow.first.scale", 1,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.narrow.first.shift", "trunk.narrow.first.shift", 0,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.narrow.second.kernel", "trunk.narrow.second.kernel",
              Initializer.HE_NORMAL, new int[] {8, 8}, 0, 1, 2, 3, 4, 5, 6, 7).regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.narrow.second.slope", "trunk.narrow.second.slope",
              0.25, new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("trunk.narrow.skip.kernel", "trunk.narrow.skip.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 8}, 0, 1, 2, 3, 4, 5, 6, 7)
              .regularized(0, 1e-4),
          ModelInfo.Parameter.constant("trunk.narrow.skip.scale", "trunk.narrow.skip.scale", 1,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.constant("trunk.narrow.skip.shift", "trunk.narrow.skip.shift", 0,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          ModelInfo.Parameter.kernel("tasks.click.hidden.kernel", "tasks.click.hidden.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {13, 4}, 0, 1, 4),
          ModelInfo.Parameter.constant("tasks.click.hidden.bias", "tasks.click.hidden.bias", 0,
              new int[] {4}, 0, 1, 4),
          ModelInfo.Parameter.kernel("tasks.click.logits.kernel", "tasks.click.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 0, 1, 4).asLastShared(),
          ModelInfo.Parameter.constant("tasks.click.logits.bias", "tasks.click.logits.bias", 0,
              new int[] {1}, 0, 1, 4).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.buy.hidden.kernel", "tasks.buy.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {9, 4}, 1, 4).asLastShared(),
          ModelInfo.Parameter.constant("tasks.buy.hidden.bias", "tasks.buy.hidden.bias", 0,
              new int[] {4}, 1, 4).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.buy.logits.kernel", "tasks.buy.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 1),
          ModelInfo.Parameter.constant("tasks.buy.logits.bias", "tasks.buy.logits.bias", 0,
              new int[] {1}, 1),
          ModelInfo.Parameter.kernel("tasks.next.logits.kernel", "tasks.next.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {9, 3}, 2),
          ModelInfo.Parameter.constant("tasks.next.logits.bias", "tasks.next.logits.bias", 0,
              new int[] {3}, 2),
          ModelInfo.Parameter.kernel("tasks.rating.logits.kernel", "tasks.rating.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {9, 3}, 3),
          ModelInfo.Parameter.constant("tasks.rating.logits.bias", "tasks.rating.logits.bias", 0,
              new int[] {3}, 3),
          ModelInfo.Parameter.kernel("tasks.paid.hidden.kernel", "tasks.paid.hidden.kernel",
              Initializer.HE_UNIFORM, new int[] {30, 4}, 4).regularized(0.1, 0),
          ModelInfo.Parameter.constant("tasks.paid.hidden.bias", "tasks.paid.hidden.bias", 0,
              new int[] {4}, 4),
          ModelInfo.Parameter.kernel("tasks.paid.logits.kernel", "tasks.paid.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 4),
          ModelInfo.Parameter.constant("tasks.paid.logits.bias", "tasks.paid.logits.bias", 0,
              new int[] {1}, 4),
          ModelInfo.Parameter.kernel("tasks.delays.logits.kernel", "tasks.delays.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {9, 2}, 5).asFrozen(),
          ModelInfo.Parameter.constant("tasks.delays.logits.bias", "tasks.delays.logits.bias", 0,
              new int[] {2}, 5).asFrozen(),
          ModelInfo.Parameter.kernel("tasks.flags.logits.kernel", "tasks.flags.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {9, 2}, 6),
          ModelInfo.Parameter.constant("tasks.flags.logits.bias", "tasks.flags.logits.bias", 0,
              new int[] {2}, 6),
          ModelInfo.Parameter.kernel("tasks.bought.hidden.kernel", "tasks.bought.hidden.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {13, 4}, 7),
          ModelInfo.Parameter.constant("tasks.bought.hidden.bias", "tasks.bought.hidden.bias", 0,
              new int[] {4}, 7),
          ModelInfo.Parameter.kernel("tasks.bought.logits.kernel", "tasks.bought.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 3}, 7),
          ModelInfo.Parameter.constant("tasks.bought.logits.bias", "tasks.bought.logits.bias", 0,
              new int[] {3}, 7)),
      List.of(
          new ModelInfo.State("trunk.wide.mean", "trunk.wide.mean", 0, false, new int[] {16}, 0, 1,
              2, 3, 4, 5, 6, 7),
          new ModelInfo.State("trunk.wide.variance", "trunk.wide.variance", 1, false,
              new int[] {16}, 0, 1, 2, 3, 4, 5, 6, 7),
          new ModelInfo.State("trunk.narrow.skip.mean", "trunk.narrow.skip.mean", 0, false,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7),
          new ModelInfo.State("trunk.narrow.skip.variance", "trunk.narrow.skip.variance", 1, false,
              new int[] {8}, 0, 1, 2, 3, 4, 5, 6, 7)),
      List.of(
          "trunk.wide",
          "trunk.blocks.0.first",
          "trunk.blocks.0.second",
          "trunk.blocks.0.skip",
          "trunk.blocks.0.out",
          "trunk.blocks.1.first",
          "trunk.blocks.1.second",
          "trunk.blocks.1.skip",
          "trunk.blocks.1.out",
          "trunk.blocks.2.first",
          "trunk.blocks.2.second",
          "trunk.blocks.2.skip",
          "trunk.blocks.2.out",
          "trunk.blocks",
          "trunk.narrow.first",
          "trunk.narrow.second",
          "trunk.narrow.skip",
          "trunk.narrow.out",
          "trunk.narrow",
          "trunk.out",
          "tasks.click.hidden",
          "tasks.click.out",
          "tasks.click.logits",
          "tasks.buy.hidden",
          "tasks.buy.logits",
          "tasks.next.logits",
          "tasks.rating.logits",
          "tasks.paid.hidden",
          "tasks.paid.logits",
          "tasks.delays.logits",
          "tasks.flags.logits",
          "tasks.bought.hidden",
          "tasks.bought.out",
          "tasks.bought.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {0}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {0}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new int[] {})),
      List.of(
          "trunk.out",
          "features.colour",
          "tasks.buy.hidden",
          "tasks.click",
          "trunk.wide"));

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Shop, ShopInput, ShopPrediction> codec() {
    return ShopData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.sgd(0.1, 0.9, false);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "sizes", "price", "inStock", "colour", "shelf", "name",
        "neighbours", "offered", "words"); // [52]
    var price = g.features("tables", "price"); // [1]
    var colour = g.features("tables", "colour"); // [4]

    // Trunk
    var wide = g.layer("trunk.wide", dropout(g, "trunk.wide", relu(g, batchNorm(g, "trunk.wide",
        dense(g, "trunk.wide", in), 0.99, 0.001)), 0.1)); // [16]
    var blocks0Out = residual(g, "trunk.blocks.0", wide); // [16]
    var blocks1Out = residual(g, "trunk.blocks.1", blocks0Out); // [16]
    var blocks2Out = residual(g, "trunk.blocks.2", blocks1Out); // [16]
    var blocks = g.layer("trunk.blocks", blocks2Out); // [16]
    var narrowFirst = g.layer("trunk.narrow.first", leakyRelu(g, layerNorm(g, "trunk.narrow.first",
        dense(g, "trunk.narrow.first", blocks), 1e-5), 0.2)); // [8]
    var narrowSecond = g.layer("trunk.narrow.second", pRelu(g, "trunk.narrow.second",
        denseWithoutBias(g, "trunk.narrow.second", narrowFirst))); // [8]
    var narrowSkip = g.layer("trunk.narrow.skip",
        shortcut(g, "trunk.narrow.skip", blocks, 0.99, 0.001)); // [8]
    var narrowOut = g.layer("trunk.narrow.out", gelu(g, add(g, narrowSecond, narrowSkip))); // [8]
    var narrow = g.layer("trunk.narrow", narrowOut); // [8]
    var out = g.layer("trunk.out", concat(g, narrow, price)); // [9]

    // Task click
    var clickOut = tower(g, "tasks.click", out, colour); // [4]
    var clickLogits = g.layer("tasks.click.logits",
        dense(g, "tasks.click.logits", clickOut)); // [1]
    var click = binary(g, "click", clickLogits, sigmoidCrossEntropy(0));

    // Task buy
    var buyHidden = g.layer("tasks.buy.hidden", relu(g, dense(g, "tasks.buy.hidden", out))); // [4]
    var buyLogits = g.layer("tasks.buy.logits", dense(g, "tasks.buy.logits", buyHidden)); // [1]
    var buy = given(g, "buy", buyLogits, click, sigmoidCrossEntropy(0));

    // Task next
    var nextLogits = g.layer("tasks.next.logits", dense(g, "tasks.next.logits", out)); // [3]
    var next = multiClass(g, "next", nextLogits, softmaxCrossEntropy(0.1, 1, 2, 0.5));

    // Task rating
    var ratingLogits = g.layer("tasks.rating.logits", dense(g, "tasks.rating.logits", out)); // [3]
    var rating = multiClass(g, "rating", ratingLogits, balancedSoftmaxCrossEntropy(0));

    // Task paid
    var paidHidden = g.layer("tasks.paid.hidden", tanh(g, dense(g, "tasks.paid.hidden", concat(g,
        out, wide, click.prediction(), buyHidden)))); // [4]
    var paidLogits = g.layer("tasks.paid.logits", dense(g, "tasks.paid.logits", paidHidden)); // [1]
    var paid = regression(g, "paid", paidLogits, huber(2));

    // Task delays
    var delaysLogits = g.layer("tasks.delays.logits", dense(g, "tasks.delays.logits", out)); // [2]
    var delays = regression(g, "delays", delaysLogits, absoluteError());

    // Task flags
    var flagsLogits = g.layer("tasks.flags.logits", dense(g, "tasks.flags.logits", out)); // [2]
    var flags = multiLabel(g, "flags", flagsLogits, sigmoidFocal(1.5));

    // Task bought
    var boughtOut = tower(g, "tasks.bought", out, colour); // [4]
    var boughtLogits = g.layer("tasks.bought.logits",
        dense(g, "tasks.bought.logits", boughtOut)); // [3]
    var bought = multiLabel(g, "bought", boughtLogits, sigmoidCrossEntropy(0));

    return new ModelGraph(List.of(click, buy, next, rating, paid, delays, flags, bought));
  }

  /**
   * {@code Residual}, with weights of its own for each path.
   */
  private static Operand<TFloat32> residual(GraphBuilder g, String path, Operand<TFloat32> in) {
    var first = g.layer(path + ".first",
        leakyRelu(g, layerNorm(g, path + ".first", dense(g, path + ".first", in), 1e-5), 0.2)); // [16]
    var second = g.layer(path + ".second",
        pRelu(g, path + ".second", denseWithoutBias(g, path + ".second", first))); // [16]
    var skip = g.layer(path + ".skip", in); // [16]
    var out = g.layer(path + ".out", gelu(g, add(g, second, skip))); // [16]
    return out;
  }

  /**
   * {@code Tower}, with weights of its own for each path.
   */
  private static Operand<TFloat32> tower(GraphBuilder g, String path, Operand<TFloat32> in,
      Operand<TFloat32> colour) {
    var hidden = g.layer(path + ".hidden",
        tanh(g, dense(g, path + ".hidden", concat(g, in, colour)))); // [4]
    var out = g.layer(path + ".out", multiply(g, hidden, colour)); // [4]
    return out;
  }
}
