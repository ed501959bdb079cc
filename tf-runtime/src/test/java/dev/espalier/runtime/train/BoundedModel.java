package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.optimize.Optimizer;
import java.util.List;

/** Another model, of which other layers are said to be the representation. */
record BoundedModel(
    GeneratedModel<Garden, Garden.Input, Garden.Prediction> model, List<String> boundary)
    implements GeneratedModel<Garden, Garden.Input, Garden.Prediction> {

  @Override
  public ModelInfo info() {
    ModelInfo info = model.info();
    return new ModelInfo(
        info.contract(),
        info.name(),
        info.sharing(),
        info.hash(),
        info.parameters(),
        info.states(),
        info.layers(),
        info.needs(),
        boundary);
  }

  @Override
  public ExampleCodec<Garden, Garden.Input, Garden.Prediction> codec() {
    return model.codec();
  }

  @Override
  public Optimizer optimizer() {
    return model.optimizer();
  }

  @Override
  public ModelGraph build(GraphBuilder g) {
    return model.build(g);
  }
}
