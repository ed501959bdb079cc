package dev.espalier.processor.sharing;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;

/** {@code @ProgressiveExtraction}: shared experts and each task's own, level by level. */
final class ProgressiveExtractionSharing implements Sharing {

  @Override
  public String annotation() {
    return "ProgressiveExtraction";
  }

  @Override
  public String words() {
    return "progressive extraction";
  }

  @Override
  public String units() {
    return "units";
  }

  @Override
  public boolean isInLevels() {
    return true;
  }

  @Override
  public boolean isForSeveralTasks() {
    return true;
  }

  @Override
  public List<Range> ranges() {
    int most = MixtureOfExpertsSharing.MOST_EXPERTS;
    return List.of(
        Range.atLeast("units", "The number of units of a layer", 1).atMost(Range.MOST_UNITS),
        Range.atLeast("sharedExperts", "The number of shared experts", 1).atMost(most),
        Range.atLeast("taskExperts", "The number of a task's own experts", 1).atMost(most));
  }

  @Override
  public TrunkView view(Mark mark, Trunks trunks) {
    return new ExpertView(trunks, mark.integer("sharedExperts"), mark.integer("taskExperts"));
  }
}
