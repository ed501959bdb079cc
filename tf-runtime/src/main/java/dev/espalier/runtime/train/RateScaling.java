package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import java.util.List;
import java.util.Map;

/**
 * How fast parts of a model learn in a trainer: what the model says, with the builder's changes.
 */
final class RateScaling {
  private RateScaling() {}

  /** The description with the options' factors of the learning rate. */
  static ModelInfo apply(ModelInfo info, PartOptions options) {
    Map<String, Double> scales = options.rateScales();
    List<String> parts = info.parameters().stream().map(Parameter::address).distinct().toList();
    Addresses.requireKnown("rateScale(...)", scales.keySet().stream().sorted().toList(), parts);
    return info.with(
        info.parameters().stream()
            .map(
                each ->
                    PartOptions.innermost(scales, each.address()).map(each::scaledBy).orElse(each))
            .toList());
  }
}
