package dev.espalier.samples.cifar10;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.LossWeight;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.RandomCrop;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

/**
 * A photograph of CIFAR-10 and what it shows.
 *
 * @param pixels 32 rows of 32 pixels, each red, green and blue
 * @param category what it shows
 * @param animal whether that is an animal; else it is a vehicle
 */
@SharedTrunk(network = Picture.Trunk.class)
public record Picture(
    @Image(height = 32, width = 32) @RandomFlip @RandomCrop(padding = 4) byte[] pixels,
    @TaskHead Category category,
    @TaskHead @LossWeight(0.3) boolean animal) {

  /** The classes. */
  public enum Category {
    AIRPLANE,
    AUTOMOBILE,
    BIRD,
    CAT,
    DEER,
    DOG,
    FROG,
    HORSE,
    SHIP,
    TRUCK;

    /** Whether it lives. */
    boolean isAnimal() {
      return BIRD.compareTo(this) <= 0 && compareTo(HORSE) <= 0;
    }
  }

  /** Five convolutions; while height and width shrink, channels grow. */
  interface Trunk {
    @Conv2D(filters = 32)
    @BatchNorm(momentum = 0.9)
    @Relu
    Tensor edges(Tensor in);

    @MaxPool(2)
    Tensor half(Tensor edges);

    @Conv2D(filters = 64)
    @BatchNorm(momentum = 0.9)
    @Relu
    Tensor textures(Tensor half);

    @MaxPool(2)
    Tensor quarter(Tensor textures);

    @Conv2D(filters = 128)
    @BatchNorm(momentum = 0.9)
    @Relu
    Tensor parts(Tensor quarter);

    @Conv2D(filters = 128)
    @BatchNorm(momentum = 0.9)
    @Relu
    Tensor largerParts(Tensor parts);

    @MaxPool(2)
    Tensor eighth(Tensor largerParts);

    @Conv2D(filters = 256)
    @BatchNorm(momentum = 0.9)
    @Relu
    Tensor things(Tensor eighth);

    @GlobalAveragePool
    @Dropout(0.1)
    Tensor out(Tensor things);
  }
}
