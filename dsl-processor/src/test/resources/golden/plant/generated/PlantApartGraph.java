import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.Convolutions.conv2DWithoutBias;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Dropouts.dropout;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Heads.multiClass;
import static dev.espalier.runtime.graph.Heads.regression;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;
import static dev.espalier.runtime.graph.Losses.softmaxCrossEntropy;
import static dev.espalier.runtime.graph.Losses.squaredError;
import static dev.espalier.runtime.graph.Merges.concat;
import static dev.espalier.runtime.graph.Normalizations.batchNorm;
import static dev.espalier.runtime.graph.Reshapes.reshape;
import static dev.espalier.runtime.graph.WindowPools.maxPool;

import dev.espalier.dsl.Initializer;
import dev.espalier.dsl.Padding;
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
 * The network of {@code PlantApart}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantApartGraph implements GeneratedModel<Plant, PlantInput, PlantPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "PlantApart",
      "independent trunks behind stems",
      "60ce108a1b160088",
      List.of(
          ModelInfo.Parameter.kernel("tasks.defect.stem.conv.kernel",
              "tasks.defect.stem.conv.kernel", Initializer.HE_NORMAL, new int[] {3, 3, 1, 16}, 0),
          ModelInfo.Parameter.constant("tasks.defect.stem.conv.scale",
              "tasks.defect.stem.conv.scale", 1, new int[] {16}, 0),
          ModelInfo.Parameter.constant("tasks.defect.stem.conv.shift",
              "tasks.defect.stem.conv.shift", 0, new int[] {16}, 0),
          ModelInfo.Parameter.kernel("tasks.defect.stem.out.kernel", "tasks.defect.stem.out.kernel",
              Initializer.HE_NORMAL, new int[] {3136, 64}, 0),
          ModelInfo.Parameter.constant("tasks.defect.stem.out.bias", "tasks.defect.stem.out.bias",
              0, new int[] {64}, 0),
          ModelInfo.Parameter.table("tables-defect.machine", "tables.machine", "machine",
              Initializer.SMALL_UNIFORM, -1, 4, 0),
          ModelInfo.Parameter.kernel("trunk-defect.wide.kernel", "trunk.wide.kernel",
              Initializer.HE_NORMAL, new int[] {68, 32}, 0),
          ModelInfo.Parameter.constant("trunk-defect.wide.bias", "trunk.wide.bias", 0,
              new int[] {32}, 0),
          ModelInfo.Parameter.constant("trunk-defect.wide.scale", "trunk.wide.scale", 1,
              new int[] {32}, 0),
          ModelInfo.Parameter.constant("trunk-defect.wide.shift", "trunk.wide.shift", 0,
              new int[] {32}, 0),
          ModelInfo.Parameter.kernel("trunk-defect.out.kernel", "trunk.out.kernel",
              Initializer.HE_NORMAL, new int[] {32, 16}, 0),
          ModelInfo.Parameter.constant("trunk-defect.out.bias", "trunk.out.bias", 0, new int[] {16},
              0),
          ModelInfo.Parameter.kernel("tasks.defect.logits.kernel", "tasks.defect.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 3}, 0),
          ModelInfo.Parameter.constant("tasks.defect.logits.bias", "tasks.defect.logits.bias", 0,
              new int[] {3}, 0),
          ModelInfo.Parameter.kernel("tasks.load.stem.out.kernel", "tasks.load.stem.out.kernel",
              Initializer.HE_NORMAL, new int[] {20, 64}, 1),
          ModelInfo.Parameter.constant("tasks.load.stem.out.bias", "tasks.load.stem.out.bias", 0,
              new int[] {64}, 1),
          ModelInfo.Parameter.constant("tasks.load.stem.out.scale", "tasks.load.stem.out.scale", 1,
              new int[] {64}, 1),
          ModelInfo.Parameter.constant("tasks.load.stem.out.shift", "tasks.load.stem.out.shift", 0,
              new int[] {64}, 1),
          ModelInfo.Parameter.table("tables-load.machine", "tables.machine", "machine",
              Initializer.SMALL_UNIFORM, -1, 4, 1),
          ModelInfo.Parameter.kernel("trunk-load.wide.kernel", "trunk.wide.kernel",
              Initializer.HE_NORMAL, new int[] {68, 32}, 1),
          ModelInfo.Parameter.constant("trunk-load.wide.bias", "trunk.wide.bias", 0, new int[] {32},
              1),
          ModelInfo.Parameter.constant("trunk-load.wide.scale", "trunk.wide.scale", 1,
              new int[] {32}, 1),
          ModelInfo.Parameter.constant("trunk-load.wide.shift", "trunk.wide.shift", 0,
              new int[] {32}, 1),
          ModelInfo.Parameter.kernel("trunk-load.out.kernel", "trunk.out.kernel",
              Initializer.HE_NORMAL, new int[] {32, 16}, 1),
          ModelInfo.Parameter.constant("trunk-load.out.bias", "trunk.out.bias", 0, new int[] {16},
              1),
          ModelInfo.Parameter.kernel("tasks.load.out.kernel", "tasks.load.out.kernel",
              Initializer.HE_NORMAL, new int[] {112, 8}, 1),
          ModelInfo.Parameter.constant("tasks.load.out.bias", "tasks.load.out.bias", 0,
              new int[] {8}, 1),
          ModelInfo.Parameter.kernel("tasks.load.logits.kernel", "tasks.load.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 1),
          ModelInfo.Parameter.constant("tasks.load.logits.bias", "tasks.load.logits.bias", 0,
              new int[] {1}, 1),
          ModelInfo.Parameter.kernel("tasks.stopped.stem.out.kernel",
              "tasks.stopped.stem.out.kernel", Initializer.HE_NORMAL, new int[] {20, 64}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.stem.out.bias", "tasks.stopped.stem.out.bias",
              0, new int[] {64}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.stem.out.scale",
              "tasks.stopped.stem.out.scale", 1, new int[] {64}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.stem.out.shift",
              "tasks.stopped.stem.out.shift", 0, new int[] {64}, 2),
          ModelInfo.Parameter.table("tables-stopped.machine", "tables.machine", "machine",
              Initializer.SMALL_UNIFORM, -1, 4, 2),
          ModelInfo.Parameter.kernel("trunk-stopped.wide.kernel", "trunk.wide.kernel",
              Initializer.HE_NORMAL, new int[] {68, 32}, 2),
          ModelInfo.Parameter.constant("trunk-stopped.wide.bias", "trunk.wide.bias", 0,
              new int[] {32}, 2),
          ModelInfo.Parameter.constant("trunk-stopped.wide.scale", "trunk.wide.scale", 1,
              new int[] {32}, 2),
          ModelInfo.Parameter.constant("trunk-stopped.wide.shift", "trunk.wide.shift", 0,
              new int[] {32}, 2),
          ModelInfo.Parameter.kernel("trunk-stopped.out.kernel", "trunk.out.kernel",
              Initializer.HE_NORMAL, new int[] {32, 16}, 2),
          ModelInfo.Parameter.constant("trunk-stopped.out.bias", "trunk.out.bias", 0,
              new int[] {16}, 2),
          ModelInfo.Parameter.kernel("tasks.stopped.hidden.kernel", "tasks.stopped.hidden.kernel",
              Initializer.HE_NORMAL, new int[] {16, 8}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.hidden.bias", "tasks.stopped.hidden.bias", 0,
              new int[] {8}, 2),
          ModelInfo.Parameter.kernel("tasks.stopped.logits.kernel", "tasks.stopped.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.logits.bias", "tasks.stopped.logits.bias", 0,
              new int[] {1}, 2)),
      List.of(
          new ModelInfo.State("tasks.defect.stem.conv.mean", "tasks.defect.stem.conv.mean", 0,
              false, new int[] {16}, 0),
          new ModelInfo.State("tasks.defect.stem.conv.variance", "tasks.defect.stem.conv.variance",
              1, false, new int[] {16}, 0),
          new ModelInfo.State("trunk-defect@defect.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 0),
          new ModelInfo.State("trunk-defect@defect.wide.variance", "trunk.wide.variance", 1, false,
              new int[] {32}, 0),
          new ModelInfo.State("tasks.load.stem.out.mean", "tasks.load.stem.out.mean", 0, false,
              new int[] {64}, 1),
          new ModelInfo.State("tasks.load.stem.out.variance", "tasks.load.stem.out.variance", 1,
              false, new int[] {64}, 1),
          new ModelInfo.State("trunk-load@load.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 1),
          new ModelInfo.State("trunk-load@load.wide.variance", "trunk.wide.variance", 1, false,
              new int[] {32}, 1),
          new ModelInfo.State("tasks.stopped.stem.out.mean", "tasks.stopped.stem.out.mean", 0,
              false, new int[] {64}, 2),
          new ModelInfo.State("tasks.stopped.stem.out.variance", "tasks.stopped.stem.out.variance",
              1, false, new int[] {64}, 2),
          new ModelInfo.State("trunk-stopped@stopped.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 2),
          new ModelInfo.State("trunk-stopped@stopped.wide.variance", "trunk.wide.variance", 1,
              false, new int[] {32}, 2)),
      List.of(
          "tasks.defect.stem.conv",
          "tasks.defect.stem.pool",
          "tasks.defect.stem.flat",
          "tasks.defect.stem.out",
          "trunk-defect@defect.wide",
          "trunk-defect@defect.out",
          "tasks.defect.logits",
          "tasks.load.stem.out",
          "trunk-load@load.wide",
          "trunk-load@load.out",
          "tasks.load.out",
          "tasks.load.logits",
          "tasks.stopped.stem.out",
          "trunk-stopped@stopped.wide",
          "trunk-stopped@stopped.out",
          "tasks.stopped.hidden",
          "tasks.stopped.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 2}, new int[] {}),
          new ModelInfo.Needs(new int[] {1, 2}, new int[] {}),
          new ModelInfo.Needs(new int[] {1, 2}, new int[] {})),
      List.of());

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Plant, PlantInput, PlantPrediction> codec() {
    return PlantData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(0.001, 0.9, 0.999, 1e-7);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Rows that have what stems take
    var defectRows = g.withRows("picture");
    var loadRows = g.withRows("sensors");
    var stoppedRows = g.withRows("sensors");

    // Features
    var defectPicture = defectRows.features("tables-defect", "picture"); // [28, 28, 1]
    var defectMachine = defectRows.features("tables-defect", "machine"); // [4]
    var loadSensors = loadRows.features("tables-load", "sensors"); // [20]
    var loadMachine = loadRows.features("tables-load", "machine"); // [4]
    var stoppedSensors = stoppedRows.features("tables-stopped", "sensors"); // [20]
    var stoppedMachine = stoppedRows.features("tables-stopped", "machine"); // [4]

    // Stem of defect
    var defectStemConv = defectRows.layer("tasks.defect.stem.conv", relu(defectRows,
        batchNorm(defectRows, "tasks.defect.stem.conv",
        conv2DWithoutBias(defectRows, "tasks.defect.stem.conv",
        defectPicture, Padding.SAME, 1, 1), 0.99, 0.001))); // [28, 28, 16]
    var defectStemPool = defectRows.layer("tasks.defect.stem.pool",
        maxPool(defectRows, defectStemConv, Padding.VALID, 2, 2)); // [14, 14, 16]
    var defectStemFlat = defectRows.layer("tasks.defect.stem.flat",
        reshape(defectRows, defectStemPool, 3136)); // [3136]
    var defectStemOut = defectRows.layer("tasks.defect.stem.out",
        relu(defectRows, dense(defectRows, "tasks.defect.stem.out", defectStemFlat))); // [64]

    // Trunk of defect behind the stem of defect
    var defectTrunkOut = trunk(defectRows, "trunk-defect@defect",
        defectStemOut, defectMachine); // [16]

    // Task defect
    var defectLogits = g.layer("tasks.defect.logits",
        dense(g, "tasks.defect.logits", defectRows.spread(defectTrunkOut))); // [3]
    var defect = multiClass(g, "defect", defectLogits, softmaxCrossEntropy(0));

    // Stem of load
    var loadStemOut = loadRows.layer("tasks.load.stem.out", relu(loadRows,
        batchNorm(loadRows, "tasks.load.stem.out", dense(loadRows, "tasks.load.stem.out",
        loadSensors), 0.99, 0.001))); // [64]

    // Trunk of load behind the stem of load
    var loadTrunkWide = loadRows.layer("trunk-load@load.wide",
        dropout(loadRows, "trunk-load@load.wide", relu(loadRows,
        batchNorm(loadRows, "trunk-load@load.wide", dense(loadRows, "trunk-load@load.wide",
        concat(loadRows, loadStemOut, loadMachine)), 0.99, 0.001)), 0.1)); // [32]
    var loadTrunkOut = loadRows.layer("trunk-load@load.out",
        relu(loadRows, dense(loadRows, "trunk-load@load.out", loadTrunkWide))); // [16]

    // Task load
    var loadOut = g.layer("tasks.load.out", relu(g, dense(g, "tasks.load.out", concat(g,
        loadRows.spread(loadTrunkOut), loadRows.spread(loadTrunkWide),
        loadRows.spread(loadStemOut))))); // [8]
    var loadLogits = g.layer("tasks.load.logits", dense(g, "tasks.load.logits", loadOut)); // [1]
    var load = regression(g, "load", loadLogits, squaredError());

    // Stem of stopped
    var stoppedStemOut = stoppedRows.layer("tasks.stopped.stem.out", relu(stoppedRows,
        batchNorm(stoppedRows, "tasks.stopped.stem.out",
        dense(stoppedRows, "tasks.stopped.stem.out", stoppedSensors), 0.99, 0.001))); // [64]

    // Trunk of stopped behind the stem of stopped
    var stoppedTrunkOut = trunk(stoppedRows, "trunk-stopped@stopped",
        stoppedStemOut, stoppedMachine); // [16]

    // Task stopped
    var stoppedHidden = g.layer("tasks.stopped.hidden",
        relu(g, dense(g, "tasks.stopped.hidden", stoppedRows.spread(stoppedTrunkOut)))); // [8]
    var stoppedLogits = g.layer("tasks.stopped.logits",
        dense(g, "tasks.stopped.logits", stoppedHidden)); // [1]
    var stopped = binary(g, "stopped", stoppedLogits, sigmoidCrossEntropy(0));

    return new ModelGraph(List.of(defect, load, stopped));
  }

  /**
   * {@code Trunk}, with one set of weights for paths that differ after the {@code @}.
   */
  private static Operand<TFloat32> trunk(GraphBuilder g, String path, Operand<TFloat32> in,
      Operand<TFloat32> machine) {
    var wide = g.layer(path + ".wide", dropout(g, path + ".wide", relu(g,
        batchNorm(g, path + ".wide", dense(g, path + ".wide", concat(g,
        in, machine)), 0.99, 0.001)), 0.1)); // [32]
    var out = g.layer(path + ".out", relu(g, dense(g, path + ".out", wide))); // [16]
    return out;
  }
}
