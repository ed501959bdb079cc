package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.read.Mark;
import java.util.Optional;

/** {@code @SharedTrunk}: one trunk for all. */
final class SharedTrunkSharing implements Sharing {

  @Override
  public String annotation() {
    return "SharedTrunk";
  }

  @Override
  public String words() {
    return "shared trunk";
  }

  @Override
  public TrunkView view(Mark mark, Trunks trunks) {
    Trunks.Trunk trunk = trunks.trunk("trunk", "tables");
    return new TrunkView() {
      @Override
      public Optional<Vertex> output(String task) {
        return trunk.output();
      }

      @Override
      public Optional<Vertex> layer(String task, String layer) {
        return trunk.layer(layer);
      }
    };
  }
}
