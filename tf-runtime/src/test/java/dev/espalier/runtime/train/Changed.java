package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.function.BiFunction;

/** The plain garden model with a change to its network. */
public record Changed(BiFunction<GraphBuilder, ModelGraph, ModelGraph> change)
    implements GeneratedModel<Garden, Garden.Input, Garden.Prediction> {

  @Override
  public ModelInfo info() {
    return GardenModel.plain().info();
  }

  @Override
  public ExampleCodec<Garden, Garden.Input, Garden.Prediction> codec() {
    return new Garden.Codec();
  }

  @Override
  public Optimizer optimizer() {
    return Optimizer.adam(1e-2);
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    return change.apply(g, GardenModel.plain().build(g));
  }
}
