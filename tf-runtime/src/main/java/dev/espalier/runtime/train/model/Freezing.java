package dev.espalier.runtime.train.model;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.train.option.PartOptions;
import java.util.List;
import java.util.stream.Stream;

/** What of a model stands still in a trainer: what the model says, with the builder's changes. */
final class Freezing {
  private Freezing() {}

  /** The description with the options' parts that are frozen, thawed, or thawed later. */
  static ModelInfo apply(ModelInfo info, PartOptions options) {
    List<String> parts = parts(info);
    Addresses.requireKnown("frozen(...)", options.frozen(), parts);
    Addresses.requireKnown("thawed(...)", options.thawed(), parts);
    List<String> later = options.thawedAt().keySet().stream().sorted().toList();
    Addresses.requireKnown("thawAt(...)", later, parts);
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

  /** The addresses of all that a model keeps. */
  static List<String> parts(ModelInfo info) {
    return Stream.concat(
            info.parameters().stream().map(Parameter::address),
            info.states().stream().map(State::address))
        .distinct()
        .toList();
  }

  private static boolean isFrozen(boolean already, String address, PartOptions options) {
    if (options.thawed().stream().anyMatch(thawed -> Addresses.covers(thawed, address))
        || Addresses.innermost(options.thawedAt(), address).isPresent()) {
      return false;
    }
    return already
        || options.frozen().stream().anyMatch(frozen -> Addresses.covers(frozen, address));
  }

  private static int firstEpoch(String address, PartOptions options) {
    return Addresses.innermost(options.thawedAt(), address).orElse(1);
  }

  private static Parameter apply(Parameter p, PartOptions options) {
    return p.frozen(isFrozen(p.learning().frozen(), p.address(), options))
        .from(firstEpoch(p.address(), options));
  }

  private static State apply(State s, PartOptions options) {
    return new State(
        s.path(),
        s.address(),
        s.initial(),
        isFrozen(s.frozen(), s.address(), options),
        firstEpoch(s.address(), options),
        s.shape(),
        s.tasks());
  }
}
