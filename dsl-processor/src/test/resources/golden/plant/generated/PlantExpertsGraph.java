import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.Convolutions.conv2DWithoutBias;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Dropouts.dropout;
import static dev.espalier.runtime.graph.Experts.gate;
import static dev.espalier.runtime.graph.Experts.mixture;
import static dev.espalier.runtime.graph.Experts.stack;
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
import dev.espalier.runtime.model.SharingInfo;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The network of {@code PlantExperts}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantExpertsGraph implements GeneratedModel<Plant, PlantInput, PlantPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "PlantExperts",
      "mixture of experts behind stems",
      "d4933f307f67526e",
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
          ModelInfo.Parameter.kernel("tasks.load.stem.out.kernel", "tasks.load.stem.out.kernel",
              Initializer.HE_NORMAL, new int[] {20, 64}, 1),
          ModelInfo.Parameter.constant("tasks.load.stem.out.bias", "tasks.load.stem.out.bias", 0,
              new int[] {64}, 1),
          ModelInfo.Parameter.constant("tasks.load.stem.out.scale", "tasks.load.stem.out.scale", 1,
              new int[] {64}, 1),
          ModelInfo.Parameter.constant("tasks.load.stem.out.shift", "tasks.load.stem.out.shift", 0,
              new int[] {64}, 1),
          ModelInfo.Parameter.kernel("tasks.stopped.stem.out.kernel",
              "tasks.stopped.stem.out.kernel", Initializer.HE_NORMAL, new int[] {20, 64}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.stem.out.bias", "tasks.stopped.stem.out.bias",
              0, new int[] {64}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.stem.out.scale",
              "tasks.stopped.stem.out.scale", 1, new int[] {64}, 2),
          ModelInfo.Parameter.constant("tasks.stopped.stem.out.shift",
              "tasks.stopped.stem.out.shift", 0, new int[] {64}, 2),
          ModelInfo.Parameter.table("tables.machine", "tables.machine", "machine",
              Initializer.SMALL_UNIFORM, -1, 4, 0, 1, 2),
          ModelInfo.Parameter.kernel("trunk-expert-1.wide.kernel", "trunk.wide.kernel",
              Initializer.HE_NORMAL, new int[] {68, 32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk-expert-1.wide.bias", "trunk.wide.bias", 0,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk-expert-1.wide.scale", "trunk.wide.scale", 1,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk-expert-1.wide.shift", "trunk.wide.shift", 0,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.kernel("trunk-expert-1.out.kernel", "trunk.out.kernel",
              Initializer.HE_NORMAL, new int[] {32, 16}, 0, 1, 2).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-1.out.bias", "trunk.out.bias", 0,
              new int[] {16}, 0, 1, 2).asLastShared(),
          ModelInfo.Parameter.kernel("trunk-expert-2.wide.kernel", "trunk.wide.kernel",
              Initializer.HE_NORMAL, new int[] {68, 32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk-expert-2.wide.bias", "trunk.wide.bias", 0,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk-expert-2.wide.scale", "trunk.wide.scale", 1,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.constant("trunk-expert-2.wide.shift", "trunk.wide.shift", 0,
              new int[] {32}, 0, 1, 2),
          ModelInfo.Parameter.kernel("trunk-expert-2.out.kernel", "trunk.out.kernel",
              Initializer.HE_NORMAL, new int[] {32, 16}, 0, 1, 2).asLastShared(),
          ModelInfo.Parameter.constant("trunk-expert-2.out.bias", "trunk.out.bias", 0,
              new int[] {16}, 0, 1, 2).asLastShared(),
          ModelInfo.Parameter.kernel("gates.defect.kernel", "gates.defect.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {64, 2}, 0),
          ModelInfo.Parameter.constant("gates.defect.bias", "gates.defect.bias", 0, new int[] {2},
              0),
          ModelInfo.Parameter.kernel("tasks.defect.logits.kernel", "tasks.defect.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {16, 3}, 0),
          ModelInfo.Parameter.constant("tasks.defect.logits.bias", "tasks.defect.logits.bias", 0,
              new int[] {3}, 0),
          ModelInfo.Parameter.kernel("gates.load.kernel", "gates.load.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {64, 2}, 1),
          ModelInfo.Parameter.constant("gates.load.bias", "gates.load.bias", 0, new int[] {2}, 1),
          ModelInfo.Parameter.kernel("tasks.load.out.kernel", "tasks.load.out.kernel",
              Initializer.HE_NORMAL, new int[] {112, 8}, 1),
          ModelInfo.Parameter.constant("tasks.load.out.bias", "tasks.load.out.bias", 0,
              new int[] {8}, 1),
          ModelInfo.Parameter.kernel("tasks.load.logits.kernel", "tasks.load.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {8, 1}, 1),
          ModelInfo.Parameter.constant("tasks.load.logits.bias", "tasks.load.logits.bias", 0,
              new int[] {1}, 1),
          ModelInfo.Parameter.kernel("gates.stopped.kernel", "gates.stopped.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {64, 2}, 2),
          ModelInfo.Parameter.constant("gates.stopped.bias", "gates.stopped.bias", 0, new int[] {2},
              2),
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
          new ModelInfo.State("tasks.load.stem.out.mean", "tasks.load.stem.out.mean", 0, false,
              new int[] {64}, 1),
          new ModelInfo.State("tasks.load.stem.out.variance", "tasks.load.stem.out.variance", 1,
              false, new int[] {64}, 1),
          new ModelInfo.State("tasks.stopped.stem.out.mean", "tasks.stopped.stem.out.mean", 0,
              false, new int[] {64}, 2),
          new ModelInfo.State("tasks.stopped.stem.out.variance", "tasks.stopped.stem.out.variance",
              1, false, new int[] {64}, 2),
          new ModelInfo.State("trunk-expert-1@defect.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 0),
          new ModelInfo.State("trunk-expert-1@defect.wide.variance", "trunk.wide.variance", 1,
              false, new int[] {32}, 0),
          new ModelInfo.State("trunk-expert-2@defect.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 0),
          new ModelInfo.State("trunk-expert-2@defect.wide.variance", "trunk.wide.variance", 1,
              false, new int[] {32}, 0),
          new ModelInfo.State("trunk-expert-1@load.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 1),
          new ModelInfo.State("trunk-expert-1@load.wide.variance", "trunk.wide.variance", 1, false,
              new int[] {32}, 1),
          new ModelInfo.State("trunk-expert-2@load.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 1),
          new ModelInfo.State("trunk-expert-2@load.wide.variance", "trunk.wide.variance", 1, false,
              new int[] {32}, 1),
          new ModelInfo.State("trunk-expert-1@stopped.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 2),
          new ModelInfo.State("trunk-expert-1@stopped.wide.variance", "trunk.wide.variance", 1,
              false, new int[] {32}, 2),
          new ModelInfo.State("trunk-expert-2@stopped.wide.mean", "trunk.wide.mean", 0, false,
              new int[] {32}, 2),
          new ModelInfo.State("trunk-expert-2@stopped.wide.variance", "trunk.wide.variance", 1,
              false, new int[] {32}, 2)),
      List.of(
          "tasks.defect.stem.conv",
          "tasks.defect.stem.pool",
          "tasks.defect.stem.flat",
          "tasks.defect.stem.out",
          "tasks.load.stem.out",
          "tasks.stopped.stem.out",
          "trunk-expert-1@defect.wide",
          "trunk-expert-1@defect.out",
          "trunk-expert-2@defect.wide",
          "trunk-expert-2@defect.out",
          "experts@defect.out",
          "trunk-expert-1@load.wide",
          "trunk-expert-1@load.out",
          "trunk-expert-2@load.wide",
          "trunk-expert-2@load.out",
          "experts@load.out",
          "experts@load.wide",
          "trunk-expert-1@stopped.wide",
          "trunk-expert-1@stopped.out",
          "trunk-expert-2@stopped.wide",
          "trunk-expert-2@stopped.out",
          "experts@stopped.out",
          "gates@defect.defect",
          "trunk-defect@defect.out",
          "tasks.defect.logits",
          "gates@load.load",
          "trunk-load@load.out",
          "trunk-load@load.wide",
          "tasks.load.out",
          "tasks.load.logits",
          "gates@stopped.stopped",
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
  public List<SharingInfo> sharing() {
    return List.of(
        SharingInfo.gates("gates", List.of("expert 1", "expert 2"))
            .row("defect", "gates@defect.defect", 0, 1)
            .row("load", "gates@load.load", 0, 1)
            .row("stopped", "gates@stopped.stopped", 0, 1));
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Rows that have what stems take
    var defectRows = g.withRows("picture");
    var loadRows = g.withRows("sensors");
    var stoppedRows = g.withRows("sensors");

    // Features
    var defectPicture = defectRows.features("tables", "picture"); // [28, 28, 1]
    var loadSensors = loadRows.features("tables", "sensors"); // [20]
    var stoppedSensors = stoppedRows.features("tables", "sensors"); // [20]
    var defectMachine = defectRows.features("tables", "machine"); // [4]
    var loadMachine = loadRows.features("tables", "machine"); // [4]
    var stoppedMachine = stoppedRows.features("tables", "machine"); // [4]

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

    // Stem of load
    var loadStemOut = loadRows.layer("tasks.load.stem.out", relu(loadRows,
        batchNorm(loadRows, "tasks.load.stem.out", dense(loadRows, "tasks.load.stem.out",
        loadSensors), 0.99, 0.001))); // [64]

    // Stem of stopped
    var stoppedStemOut = stoppedRows.layer("tasks.stopped.stem.out", relu(stoppedRows,
        batchNorm(stoppedRows, "tasks.stopped.stem.out",
        dense(stoppedRows, "tasks.stopped.stem.out", stoppedSensors), 0.99, 0.001))); // [64]

    // Experts behind the stem of defect
    var defectExpert1Out = trunk(defectRows, "trunk-expert-1@defect",
        defectStemOut, defectMachine); // [16]
    var defectExpert2Out = trunk(defectRows, "trunk-expert-2@defect",
        defectStemOut, defectMachine); // [16]
    var defectExpertsOut = defectRows.layer("experts@defect.out",
        stack(defectRows, defectExpert1Out, defectExpert2Out)); // [2, 16]

    // Experts behind the stem of load
    var loadExpert1Wide = loadRows.layer("trunk-expert-1@load.wide",
        dropout(loadRows, "trunk-expert-1@load.wide", relu(loadRows,
        batchNorm(loadRows, "trunk-expert-1@load.wide", dense(loadRows, "trunk-expert-1@load.wide",
        concat(loadRows, loadStemOut, loadMachine)), 0.99, 0.001)), 0.1)); // [32]
    var loadExpert1Out = loadRows.layer("trunk-expert-1@load.out",
        relu(loadRows, dense(loadRows, "trunk-expert-1@load.out", loadExpert1Wide))); // [16]
    var loadExpert2Wide = loadRows.layer("trunk-expert-2@load.wide",
        dropout(loadRows, "trunk-expert-2@load.wide", relu(loadRows,
        batchNorm(loadRows, "trunk-expert-2@load.wide", dense(loadRows, "trunk-expert-2@load.wide",
        concat(loadRows, loadStemOut, loadMachine)), 0.99, 0.001)), 0.1)); // [32]
    var loadExpert2Out = loadRows.layer("trunk-expert-2@load.out",
        relu(loadRows, dense(loadRows, "trunk-expert-2@load.out", loadExpert2Wide))); // [16]
    var loadExpertsOut = loadRows.layer("experts@load.out",
        stack(loadRows, loadExpert1Out, loadExpert2Out)); // [2, 16]
    var loadExpertsWide = loadRows.layer("experts@load.wide",
        stack(loadRows, loadExpert1Wide, loadExpert2Wide)); // [2, 32]

    // Experts behind the stem of stopped
    var stoppedExpert1Out = trunk(stoppedRows, "trunk-expert-1@stopped",
        stoppedStemOut, stoppedMachine); // [16]
    var stoppedExpert2Out = trunk(stoppedRows, "trunk-expert-2@stopped",
        stoppedStemOut, stoppedMachine); // [16]
    var stoppedExpertsOut = stoppedRows.layer("experts@stopped.out",
        stack(stoppedRows, stoppedExpert1Out, stoppedExpert2Out)); // [2, 16]

    // Trunk of defect behind the stem of defect
    var defectGatesDefect = defectRows.layer("gates@defect.defect",
        gate(defectRows, "gates@defect.defect", defectStemOut)); // [2]
    var defectTrunkOut = defectRows.layer("trunk-defect@defect.out",
        mixture(defectRows, defectExpertsOut, defectGatesDefect)); // [16]

    // Task defect
    var defectLogits = g.layer("tasks.defect.logits",
        dense(g, "tasks.defect.logits", defectRows.spread(defectTrunkOut))); // [3]
    var defect = multiClass(g, "defect", defectLogits, softmaxCrossEntropy(0));

    // Trunk of load behind the stem of load
    var loadGatesLoad = loadRows.layer("gates@load.load",
        gate(loadRows, "gates@load.load", loadStemOut)); // [2]
    var loadTrunkOut = loadRows.layer("trunk-load@load.out",
        mixture(loadRows, loadExpertsOut, loadGatesLoad)); // [16]
    var loadTrunkWide = loadRows.layer("trunk-load@load.wide",
        mixture(loadRows, loadExpertsWide, loadGatesLoad)); // [32]

    // Task load
    var loadOut = g.layer("tasks.load.out", relu(g, dense(g, "tasks.load.out", concat(g,
        loadRows.spread(loadTrunkOut), loadRows.spread(loadTrunkWide),
        loadRows.spread(loadStemOut))))); // [8]
    var loadLogits = g.layer("tasks.load.logits", dense(g, "tasks.load.logits", loadOut)); // [1]
    var load = regression(g, "load", loadLogits, squaredError());

    // Trunk of stopped behind the stem of stopped
    var stoppedGatesStopped = stoppedRows.layer("gates@stopped.stopped",
        gate(stoppedRows, "gates@stopped.stopped", stoppedStemOut)); // [2]
    var stoppedTrunkOut = stoppedRows.layer("trunk-stopped@stopped.out",
        mixture(stoppedRows, stoppedExpertsOut, stoppedGatesStopped)); // [16]

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
