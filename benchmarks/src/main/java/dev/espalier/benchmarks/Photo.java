package dev.espalier.benchmarks;

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

/** The model of the convolutions benchmark: that of the sample {@code cifar10}. */
@SharedTrunk(network = Photo.Trunk.class)
record Photo(
    @Image(height = SIDE, width = SIDE) @RandomFlip @RandomCrop(padding = 4) byte[] pixels,
    @TaskHead(classes = CLASSES) int category,
    @TaskHead @LossWeight(0.3) boolean animal) {
  static final int SIDE = 32;
  static final int CLASSES = 10;

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
