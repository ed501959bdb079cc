package dev.espalier.runtime.train.model;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.train.option.PartOptions;
import java.util.List;
import java.util.Map;

/**
 * How fast parts of a model learn in a trainer: what the model says, with the builder's changes.
 */
final class RateScaling {
  private RateScaling() {}

  /** The description with the options' factors and schedules of the learning rate. */
  static ModelInfo apply(ModelInfo info, PartOptions options) {
    List<String> parts = info.parameters().stream().map(Parameter::address).distinct().toList();
    requireKnown("rateScale(...)", options.rateScales(), parts);
    requireKnown("rateSchedule(...)", options.rateSchedules(), parts);
    return info.with(info.parameters().stream().map(each -> apply(each, options)).toList());
  }

  private static void requireKnown(String by, Map<String, ?> named, List<String> parts) {
    Addresses.requireKnown(by, named.keySet().stream().sorted().toList(), parts);
  }

  private static Parameter apply(Parameter parameter, PartOptions options) {
    Parameter scaled =
        Addresses.innermost(options.rateScales(), parameter.address())
            .map(parameter::scaledBy)
            .orElse(parameter);
    return Addresses.innermostOf(options.rateSchedules().keySet(), parameter.address())
        .map(scaled::following)
        .orElse(scaled);
  }
}
