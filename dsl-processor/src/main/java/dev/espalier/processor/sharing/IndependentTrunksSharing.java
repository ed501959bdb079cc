package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.read.Mark;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code @IndependentTrunks}: a trunk for each task, embedding tables apart too. */
final class IndependentTrunksSharing implements Sharing {

  @Override
  public String annotation() {
    return "IndependentTrunks";
  }

  @Override
  public String words() {
    return "independent trunks";
  }

  @Override
  public TrunkView view(Mark mark, Trunks trunks) {
    Map<String, Trunks.Trunk> byTask = new LinkedHashMap<>();
    trunks
        .tasks()
        .forEach(task -> byTask.put(task, trunks.trunk("trunk-" + task, "tables-" + task)));
    return new TrunkView() {
      @Override
      public Optional<Vertex> output(String task) {
        return byTask.get(task).output();
      }

      @Override
      public Optional<Vertex> layer(String task, String layer) {
        return byTask.get(task).layer(layer);
      }

      @Override
      public String tables(String task) {
        return "tables-" + task;
      }
    };
  }
}
