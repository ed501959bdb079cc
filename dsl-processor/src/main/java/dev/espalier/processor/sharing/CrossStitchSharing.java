package dev.espalier.processor.sharing;

import dev.espalier.processor.read.Mark;
import java.util.List;
import java.util.Optional;

/** {@code @CrossStitch}: a trunk for each task, mixed after some layers. */
final class CrossStitchSharing implements Sharing {

  @Override
  public String annotation() {
    return "CrossStitch";
  }

  @Override
  public String words() {
    return "cross-stitched trunks";
  }

  @Override
  public Optional<String> at() {
    return Optional.of("after");
  }

  @Override
  public boolean isForSeveralTasks() {
    return true;
  }

  @Override
  public TrunkView view(Mark mark, Trunks trunks) {
    List<String> stated = mark.texts("after");
    return new StitchView(trunks, stated.isEmpty() ? trunks.written().usual() : stated);
  }
}
