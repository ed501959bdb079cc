package dev.espalier.dsl.net;

import static dev.espalier.dsl.Block.STRIDE;
import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.Padding;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.Tensor;

/**
 * The residual network of 50 layers: pictures {@code [height, width, n]} to {@code [2048]}.
 *
 * <p>25,557,032 parameters with 1000 classes on {@code [224, 224, 3]}. Source: He et al., CVPR
 * 2016.
 */
public interface ResNet50 {
  /** The first convolution, {@code [height / 2, width / 2, 64]}. */
  @Conv2D(filters = 64, kernel = 7, stride = 2)
  @BatchNorm
  @Relu
  Tensor stem(Tensor in);

  /** Half of that. */
  @MaxPool(value = 3, stride = 2, padding = Padding.SAME)
  Tensor pooled(Tensor stem);

  /** Stage 1, of 256 channels. */
  @Block(network = Bottleneck.class, units = 64, repeat = 3)
  Tensor stage1(Tensor pooled);

  /** Stage 2, of 512 channels, half as high and wide. */
  @Block(network = Bottleneck.class, units = 128, stride = 2, repeat = 4)
  Tensor stage2(Tensor stage1);

  /** Stage 3, of 1024 channels, half as high and wide. */
  @Block(network = Bottleneck.class, units = 256, stride = 2, repeat = 6)
  Tensor stage3(Tensor stage2);

  /** Stage 4, of 2048 channels, half as high and wide. */
  @Block(network = Bottleneck.class, units = 512, stride = 2, repeat = 3)
  Tensor stage4(Tensor stage3);

  /** The mean over all positions, {@code [2048]}. */
  @GlobalAveragePool
  Tensor out(Tensor stage4);

  /**
   * A residual block of three convolutions, the middle one narrow: {@code [height, width, n]} to
   * {@code [height / stride, width / stride, 4 * units]}.
   *
   * <p>The middle one strides, where the paper lets the first: what has since become usual.
   */
  interface Bottleneck {
    /** Down to a quarter of the channels. */
    @Conv2D(filters = UNITS, kernel = 1)
    @BatchNorm
    @Relu
    Tensor narrow(Tensor in);

    /** The convolution itself. */
    @Conv2D(filters = UNITS, stride = STRIDE)
    @BatchNorm
    @Relu
    Tensor middle(Tensor narrow);

    /** Up to all channels. */
    @Conv2D(filters = 4 * UNITS, kernel = 1)
    @BatchNorm
    Tensor wide(Tensor middle);

    /** What flows in, in the shape of the last. */
    @Shortcut
    Tensor skip(Tensor in, Tensor wide);

    /** Their sum. */
    @Add
    @Relu
    Tensor out(Tensor wide, Tensor skip);
  }
}
