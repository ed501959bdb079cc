package lines;

import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.Activations.tanh;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Dropouts.dropout;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.given;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Merges.concat;
import static dev.espalier.runtime.graph.Normalizations.batchNorm;

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
 * The network of {@code Loan}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class LoanGraph implements GeneratedModel<Loan, LoanInput, LoanPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "Loan",
      "shared trunk",
      "bd651800588bc81e",
      List.of(
          ModelInfo.Parameter.kernel("trunk.wide.kernel", "trunk.wide.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {2, 16}, 0, 1),
          ModelInfo.Parameter.constant("trunk.wide.bias", "trunk.wide.bias", 0, new int[] {16}, 0,
              1),
          ModelInfo.Parameter.kernel("trunk.x.a.kernel", "trunk.x.a.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 8}, 0, 1),
          ModelInfo.Parameter.constant("trunk.x.a.bias", "trunk.x.a.bias", 0, new int[] {8}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.y.0.first.kernel", "trunk.y.0.first.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 6}, 0, 1),
          ModelInfo.Parameter.constant("trunk.y.0.first.bias", "trunk.y.0.first.bias", 0,
              new int[] {6}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.y.0.second.kernel", "trunk.y.0.second.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {6, 4}, 0, 1),
          ModelInfo.Parameter.constant("trunk.y.0.second.bias", "trunk.y.0.second.bias", 0,
              new int[] {4}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.y.1.first.kernel", "trunk.y.1.first.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 6}, 0, 1),
          ModelInfo.Parameter.constant("trunk.y.1.first.bias", "trunk.y.1.first.bias", 0,
              new int[] {6}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.y.1.second.kernel", "trunk.y.1.second.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {6, 4}, 0, 1),
          ModelInfo.Parameter.constant("trunk.y.1.second.bias", "trunk.y.1.second.bias", 0,
              new int[] {4}, 0, 1),
          ModelInfo.Parameter.constant("trunk.y.scale", "trunk.y.scale", 1, new int[] {4}, 0, 1),
          ModelInfo.Parameter.constant("trunk.y.shift", "trunk.y.shift", 0, new int[] {4}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.out.kernel", "trunk.out.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {10, 4}, 0, 1),
          ModelInfo.Parameter.constant("trunk.out.bias", "trunk.out.bias", 0, new int[] {4}, 0, 1),
          ModelInfo.Parameter.kernel("tasks.rich.a.kernel", "tasks.rich.a.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 4}, 0, 1).regularized(0, 0.25).asFrozen()
              .scaledBy(0.5),
          ModelInfo.Parameter.constant("tasks.rich.a.bias", "tasks.rich.a.bias", 0, new int[] {4},
              0, 1).asFrozen().scaledBy(0.5),
          ModelInfo.Parameter.kernel("tasks.rich.b.kernel", "tasks.rich.b.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 3}, 0, 1).regularized(0, 0.25),
          ModelInfo.Parameter.constant("tasks.rich.b.bias", "tasks.rich.b.bias", 0, new int[] {3},
              0, 1),
          ModelInfo.Parameter.kernel("tasks.rich.logits.kernel", "tasks.rich.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {3, 1}, 0, 1).asLastShared(),
          ModelInfo.Parameter.constant("tasks.rich.logits.bias", "tasks.rich.logits.bias", 0,
              new int[] {1}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.repaid.logits.kernel", "tasks.repaid.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {4, 1}, 1),
          ModelInfo.Parameter.constant("tasks.repaid.logits.bias", "tasks.repaid.logits.bias", 0,
              new int[] {1}, 1)),
      List.of(
          new ModelInfo.State("trunk.y.mean", "trunk.y.mean", 0, false, new int[] {4}, 0, 1),
          new ModelInfo.State("trunk.y.variance", "trunk.y.variance", 1, false, new int[] {4}, 0,
              1)),
      List.of(
          "trunk.wide",
          "trunk.x.a",
          "trunk.x",
          "trunk.y.0.first",
          "trunk.y.0.second",
          "trunk.y.1.first",
          "trunk.y.1.second",
          "trunk.y",
          "trunk.out",
          "tasks.rich.a",
          "tasks.rich.b",
          "tasks.rich.logits",
          "tasks.repaid.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1}, new int[] {0})),
      List.of(
          "trunk.out",
          "tasks.rich"));

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Loan, LoanInput, LoanPrediction> codec() {
    return LoanData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(0.001, 0.9, 0.999, 1e-7);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "income"); // [2]

    // Trunk
    var wide = g.layer("trunk.wide", dense(g, "trunk.wide", in)); // [16]
    var xA = g.layer("trunk.x.a", tanh(g, dense(g, "trunk.x.a", wide))); // [8]
    var x = g.layer("trunk.x", dropout(g, "trunk.x", relu(g, xA), 0.5)); // [8]
    var y0First = g.layer("trunk.y.0.first", dense(g, "trunk.y.0.first", x)); // [6]
    var y0Second = g.layer("trunk.y.0.second", dense(g, "trunk.y.0.second", y0First)); // [4]
    var y1First = g.layer("trunk.y.1.first", dense(g, "trunk.y.1.first", y0Second)); // [6]
    var y1Second = g.layer("trunk.y.1.second", dense(g, "trunk.y.1.second", y1First)); // [4]
    var y = g.layer("trunk.y", batchNorm(g, "trunk.y", y1Second, 0.99, 0.001)); // [4]
    var out = g.layer("trunk.out", dense(g, "trunk.out", concat(g, y, y0First))); // [4]

    // Task rich
    var richA = g.layer("tasks.rich.a", dense(g, "tasks.rich.a", out)); // [4]
    var richB = g.layer("tasks.rich.b", dense(g, "tasks.rich.b", richA)); // [3]
    var richLogits = g.layer("tasks.rich.logits", dense(g, "tasks.rich.logits", richB)); // [1]
    var rich = binary(g, "rich", richLogits, sigmoidCrossEntropy(0));

    // Task repaid
    var repaidLogits = g.layer("tasks.repaid.logits", dense(g, "tasks.repaid.logits", out)); // [1]
    var repaid = given(g, "repaid", repaidLogits, rich, sigmoidCrossEntropy(0));

    return new ModelGraph(List.of(rich, repaid));
  }
}
