package dev.espalier.processor.sharing;

import dev.espalier.processor.read.Mark;
import java.util.List;
import java.util.Optional;

/** {@code @TaskAttention}: one trunk, seen by each task through masks. */
final class TaskAttentionSharing implements Sharing {

  @Override
  public String annotation() {
    return "TaskAttention";
  }

  @Override
  public String words() {
    return "shared trunk with attention of each task";
  }

  @Override
  public Optional<String> at() {
    return Optional.of("over");
  }

  @Override
  public boolean isForSeveralTasks() {
    return true;
  }

  @Override
  public TrunkView view(Mark mark, Trunks trunks) {
    List<String> stated = mark.texts("over");
    return new AttentionView(trunks, stated.isEmpty() ? trunks.written().usual() : stated);
  }
}
