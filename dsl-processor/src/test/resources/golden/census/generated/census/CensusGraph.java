package census;

import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.multiClass;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.softmaxCrossEntropy;

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
 * The network of {@code Census}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class CensusGraph implements GeneratedModel<Census, CensusInput, CensusPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "Census",
      "shared trunk",
      "47d65c8f7f70ac3b",
      List.of(
          ModelInfo.Parameter.table("tables.sex", "tables.sex", "sex", Initializer.SMALL_UNIFORM, 3,
              2, 0, 1),
          ModelInfo.Parameter.table("tables.workClass", "tables.workClass", "workClass",
              Initializer.SMALL_UNIFORM, -1, 8, 0, 1),
          ModelInfo.Parameter.table("tables.education", "tables.education", "education",
              Initializer.SMALL_UNIFORM, -1, 8, 0, 1),
          ModelInfo.Parameter.table("tables.occupation", "tables.occupation", "occupation",
              Initializer.SMALL_UNIFORM, -1, 8, 0, 1),
          ModelInfo.Parameter.table("tables.birthCountry", "tables.birthCountry", "birthCountry",
              Initializer.SMALL_UNIFORM, 65, 8, 0, 1),
          ModelInfo.Parameter.kernel("trunk.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {40, 256}, 0, 1),
          ModelInfo.Parameter.constant("trunk.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {256}, 0, 1),
          ModelInfo.Parameter.kernel("trunk.hidden2.kernel", "trunk.hidden2.kernel",
              Initializer.HE_NORMAL, new int[] {256, 128}, 0, 1).asLastShared(),
          ModelInfo.Parameter.constant("trunk.hidden2.bias", "trunk.hidden2.bias", 0,
              new int[] {128}, 0, 1).asLastShared(),
          ModelInfo.Parameter.kernel("tasks.highIncome.logits.kernel",
              "tasks.highIncome.logits.kernel", Initializer.GLOROT_UNIFORM, new int[] {128, 1}, 0),
          ModelInfo.Parameter.constant("tasks.highIncome.logits.bias",
              "tasks.highIncome.logits.bias", 0, new int[] {1}, 0),
          ModelInfo.Parameter.kernel("tasks.maritalStatus.logits.kernel",
              "tasks.maritalStatus.logits.kernel", Initializer.GLOROT_UNIFORM, new int[] {128, 7},
              1),
          ModelInfo.Parameter.constant("tasks.maritalStatus.logits.bias",
              "tasks.maritalStatus.logits.bias", 0, new int[] {7}, 1)),
      List.of(),
      List.of(
          "trunk.hidden1",
          "trunk.hidden2",
          "tasks.highIncome.logits",
          "tasks.maritalStatus.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, new int[] {}),
          new ModelInfo.Needs(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, new int[] {})),
      List.of(
          "trunk.hidden2"));

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Census, CensusInput, CensusPrediction> codec() {
    return CensusData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(0.001, 0.9, 0.999, 1e-7);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "age", "wagePerHour", "capitalGains", "capitalLosses",
        "weeksWorked", "sex", "workClass", "education", "occupation", "birthCountry"); // [40]

    // Trunk
    var hidden1 = g.layer("trunk.hidden1", relu(g, dense(g, "trunk.hidden1", in))); // [256]
    var hidden2 = g.layer("trunk.hidden2", relu(g, dense(g, "trunk.hidden2", hidden1))); // [128]

    // Task highIncome
    var highIncomeLogits = g.layer("tasks.highIncome.logits",
        dense(g, "tasks.highIncome.logits", hidden2)); // [1]
    var highIncome = binary(g, "highIncome", highIncomeLogits, sigmoidCrossEntropy(0));

    // Task maritalStatus
    var maritalStatusLogits = g.layer("tasks.maritalStatus.logits",
        dense(g, "tasks.maritalStatus.logits", hidden2)); // [7]
    var maritalStatus = multiClass(g, "maritalStatus", maritalStatusLogits, softmaxCrossEntropy(0));

    return new ModelGraph(List.of(highIncome, maritalStatus));
  }
}
