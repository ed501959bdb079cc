package dev.espalier.samples.cifar10;

import dev.espalier.dsl.Image;
import dev.espalier.dsl.RandomCrop;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;

/**
 * A photograph of CIFAR-10, and where one would look for what it shows: another task than those of
 * {@link Picture}, over the same trunk.
 *
 * @param pixels 32 rows of 32 pixels, each red, green and blue
 * @param place where what it shows is at home
 */
@SharedTrunk(network = Picture.Trunk.class)
public record Surroundings(
    @Image(height = 32, width = 32) @RandomFlip @RandomCrop(padding = 4) byte[] pixels,
    @TaskHead Place place) {

  /** Where things are. */
  public enum Place {
    SKY,
    STREET,
    WATER,
    HOUSE,
    COUNTRYSIDE
  }

  /** The same photograph with its new label. */
  static Surroundings of(Picture picture) {
    Place place =
        switch (picture.category()) {
          case AIRPLANE, BIRD -> Place.SKY;
          case AUTOMOBILE, TRUCK -> Place.STREET;
          case SHIP, FROG -> Place.WATER;
          case CAT, DOG -> Place.HOUSE;
          case DEER, HORSE -> Place.COUNTRYSIDE;
        };
    return new Surroundings(picture.pixels(), place);
  }
}
