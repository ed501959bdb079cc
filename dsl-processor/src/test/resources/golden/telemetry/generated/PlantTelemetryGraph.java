import static dev.espalier.runtime.graph.Activations.relu;
import static dev.espalier.runtime.graph.DenseLayers.dense;
import static dev.espalier.runtime.graph.Heads.binary;
import static dev.espalier.runtime.graph.Losses.sigmoidCrossEntropy;

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
 * The network of {@code Telemetry}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantTelemetryGraph implements GeneratedModel<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> {
  private static final ModelInfo INFO = new ModelInfo(
      1,
      "Telemetry",
      "shared trunk",
      "29a9cfe184912230",
      List.of(
          ModelInfo.Parameter.table("tables.größe", "tables.größe", "größe",
              Initializer.SMALL_UNIFORM, -1, 8, 0),
          ModelInfo.Parameter.kernel("trunk.hidden1.kernel", "trunk.hidden1.kernel",
              Initializer.HE_NORMAL, new int[] {10, 32}, 0),
          ModelInfo.Parameter.constant("trunk.hidden1.bias", "trunk.hidden1.bias", 0,
              new int[] {32}, 0),
          ModelInfo.Parameter.kernel("tasks.fault.logits.kernel", "tasks.fault.logits.kernel",
              Initializer.GLOROT_UNIFORM, new int[] {32, 1}, 0),
          ModelInfo.Parameter.constant("tasks.fault.logits.bias", "tasks.fault.logits.bias", 0,
              new int[] {1}, 0)),
      List.of(),
      List.of(
          "trunk.hidden1",
          "tasks.fault.logits"),
      List.of(
          new ModelInfo.Needs(new int[] {0, 1, 2}, new int[] {})),
      List.of());

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ExampleCodec<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> codec() {
    return PlantTelemetryData.codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adamW(0.001, 0.05, 0.9, 0.999, 1e-7);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    // Features
    var in = g.features("tables", "temperature", "speed", "größe"); // [10]

    // Trunk
    var hidden1 = g.layer("trunk.hidden1", relu(g, dense(g, "trunk.hidden1", in))); // [32]

    // Task fault
    var faultLogits = g.layer("tasks.fault.logits", dense(g, "tasks.fault.logits", hidden1)); // [1]
    var fault = binary(g, "fault", faultLogits, sigmoidCrossEntropy(0));

    return new ModelGraph(List.of(fault));
  }
}
