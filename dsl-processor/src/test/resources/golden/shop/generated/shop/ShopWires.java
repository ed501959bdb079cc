package shop;

import dev.espalier.dsl.Wires;
import javax.annotation.processing.Generated;

/**
 * What the layers of the networks in {@code Shop} take.
 */
@Wires({
    "Shop.Price#hidden(in,wide,click,bought)",
    "Shop.Residual#first(in)",
    "Shop.Residual#out(second,skip)",
    "Shop.Residual#second(first)",
    "Shop.Residual#skip(in,second)",
    "Shop.Tower#hidden(in,colour)",
    "Shop.Tower#out(hidden,colour)",
    "Shop.Trunk#blocks(wide)",
    "Shop.Trunk#narrow(blocks)",
    "Shop.Trunk#out(narrow,price)",
    "Shop.Trunk#wide(in)"
})
@Generated("dev.espalier.processor.EspalierProcessor")
final class ShopWires {
  private ShopWires() {
  }
}
