package dev.espalier.processor.sharing;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;

/** {@code @MixtureOfExperts}: experts that all tasks share, a gate for each task. */
final class MixtureOfExpertsSharing implements Sharing {
  /** Generated code writes each of them. */
  static final int MOST_EXPERTS = 64;

  @Override
  public String annotation() {
    return "MixtureOfExperts";
  }

  @Override
  public String words() {
    return "mixture of experts";
  }

  @Override
  public String units() {
    return "units";
  }

  @Override
  public boolean isForSeveralTasks() {
    return true;
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("units", "The number of units of a layer", 1).atMost(Range.MOST_UNITS),
        Range.atLeast("experts", "The number of experts", 2).atMost(MOST_EXPERTS));
  }

  @Override
  public TrunkView view(Mark mark, Trunks trunks) {
    return new ExpertView(trunks, mark.integer("experts"), 0);
  }
}
