import dev.espalier.dsl.Wires;
import javax.annotation.processing.Generated;

/**
 * What the layers of the networks in {@code Funnel} take.
 */
@Wires({
    "Funnel.Back#out(context)",
    "Funnel.Told#out(own,told)",
    "Funnel.Told#own(in)",
    "Funnel.Told#told(hidden)"
})
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelWires {
  private FunnelWires() {
  }
}
