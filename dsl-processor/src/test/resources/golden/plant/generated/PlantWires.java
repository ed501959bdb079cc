import dev.espalier.dsl.Wires;
import javax.annotation.processing.Generated;

/**
 * What the layers of the networks in {@code Plant} take.
 */
@Wires({
    "Plant.Early#out(in,wide,smelt)",
    "Plant.Eye#conv(picture)",
    "Plant.Eye#flat(pool)",
    "Plant.Eye#out(flat)",
    "Plant.Eye#pool(conv)",
    "Plant.Nose#out(sensors)",
    "Plant.Trunk#out(wide)",
    "Plant.Trunk#wide(in,machine)"
})
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantWires {
  private PlantWires() {
  }
}
