package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast parts of a model learn in a trainer: what the model says, with the builder's changes.
 */
final class RateScaling {
  private RateScaling() {}

  /** The description with the options' factors of the learning rate. */
  static ModelInfo apply(ModelInfo info, TrainerOptions options) {
    Map<String, Double> scales = options.rateScales();
    List<String> parts = info.parameters().stream().map(Parameter::address).distinct().toList();
    Addresses.requireKnown("rateScale(...)", scales.keySet().stream().sorted().toList(), parts);
    return info.with(
        info.parameters().stream()
            .map(each -> innermost(scales, each).map(each::scaledBy).orElse(each))
            .toList());
  }

  private static Optional<Double> innermost(Map<String, Double> scales, Parameter parameter) {
    return scales.keySet().stream()
        .filter(address -> Addresses.covers(address, parameter.address()))
        .max(Comparator.comparingInt(String::length))
        .map(scales::get);
  }
}
