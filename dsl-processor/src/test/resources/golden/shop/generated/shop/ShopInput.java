package shop;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The features of {@code Shop}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record ShopInput(float[] sizes, Double price, boolean inStock, Shop.Colour colour, int shelf,
    int[] neighbours, String name, Set<Shop.Colour> offered, List<String> words) {
  /**
   * The features of an example; its labels don't matter.
   */
  public static ShopInput of(Shop example) {
    return new ShopInput(
            example.sizes(),
            example.price(),
            example.inStock(),
            example.colour(),
            example.shelf(),
            example.neighbours(),
            example.name(),
            example.offered(),
            example.words());
  }
}
