package funnel;

import dev.espalier.dsl.Wires;
import javax.annotation.processing.Generated;

/**
 * What the layers of the networks in {@code Funnel} take.
 */
@Wires({
    "Funnel.Informed#out(own,told,click)",
    "Funnel.Informed#own(in)",
    "Funnel.Informed#told(clickHidden)",
    "Funnel.Plain#hidden(in)"
})
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelWires {
  private FunnelWires() {
  }
}
