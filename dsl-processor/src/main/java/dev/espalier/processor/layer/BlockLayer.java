package dev.espalier.processor.layer;

import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @Block}: wiring puts its network in its place, so that it never has a call of its own. */
final class BlockLayer implements Layer {
  private static final int MOST_REPETITIONS = 100;

  @Override
  public String annotation() {
    return "Block";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("units", "The number of units", 1).atMost(Range.MOST_UNITS),
        Range.atLeast("stride", "A stride", 1).atMost(Range.MOST_UNITS),
        Range.atLeast("repeat", "The number of repetitions", 1).atMost(MOST_REPETITIONS));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    return Optional.of(new Result(Optional.empty(), use.input(), List.of(), List.of(), 0));
  }
}
