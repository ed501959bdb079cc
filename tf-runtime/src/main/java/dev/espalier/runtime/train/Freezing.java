package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import java.util.List;
import java.util.stream.Stream;

/** What of a model stands still in a trainer: what the model says, with the builder's changes. */
final class Freezing {
  private Freezing() {}

  /** The description with the options' frozen and thawed parts. */
  static ModelInfo apply(ModelInfo info, TrainerOptions options) {
    List<String> parts =
        Stream.concat(
                info.parameters().stream().map(Parameter::address),
                info.states().stream().map(State::address))
            .distinct()
            .toList();
    Addresses.requireKnown("frozen(...)", options.frozen(), parts);
    Addresses.requireKnown("thawed(...)", options.thawed(), parts);
    return new ModelInfo(
        info.contract(),
        info.name(),
        info.sharing(),
        info.hash(),
        info.parameters().stream().map(p -> apply(p, options)).toList(),
        info.states().stream().map(s -> apply(s, options)).toList(),
        info.layers(),
        info.needs(),
        info.boundary());
  }

  private static boolean isFrozen(boolean already, String address, TrainerOptions options) {
    if (options.thawed().stream().anyMatch(thawed -> Addresses.covers(thawed, address))) {
      return false;
    }
    return already
        || options.frozen().stream().anyMatch(frozen -> Addresses.covers(frozen, address));
  }

  private static Parameter apply(Parameter p, TrainerOptions options) {
    return p.frozen(isFrozen(p.learning().frozen(), p.address(), options));
  }

  private static State apply(State s, TrainerOptions options) {
    return new State(
        s.path(),
        s.address(),
        s.initial(),
        isFrozen(s.frozen(), s.address(), options),
        s.shape(),
        s.tasks());
  }
}
