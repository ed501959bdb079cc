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
 * The residual network of 18 layers: pictures {@code [height, width, n]} to {@code [512]}.
 *
 * <p>11,689,512 parameters with 1000 classes on {@code [224, 224, 3]}. Source: He et al., CVPR
 * 2016.
 */
public interface ResNet18 {
  /** The first convolution, {@code [height / 2, width / 2, 64]}. */
  @Conv2D(filters = 64, kernel = 7, stride = 2)
  @BatchNorm
  @Relu
  Tensor stem(Tensor in);

  /** Half of that. */
  @MaxPool(value = 3, stride = 2, padding = Padding.SAME)
  Tensor pooled(Tensor stem);

  /** Stage 1, of 64 channels. */
  @Block(network = Residual.class, units = 64, repeat = 2)
  Tensor stage1(Tensor pooled);

  /** Stage 2, of 128 channels, half as high and wide. */
  @Block(network = Residual.class, units = 128, stride = 2, repeat = 2)
  Tensor stage2(Tensor stage1);

  /** Stage 3, of 256 channels, half as high and wide. */
  @Block(network = Residual.class, units = 256, stride = 2, repeat = 2)
  Tensor stage3(Tensor stage2);

  /** Stage 4, of 512 channels, half as high and wide. */
  @Block(network = Residual.class, units = 512, stride = 2, repeat = 2)
  Tensor stage4(Tensor stage3);

  /** The mean over all positions, {@code [512]}. */
  @GlobalAveragePool
  Tensor out(Tensor stage4);

  /**
   * A residual block of two convolutions: {@code [height, width, n]} to {@code [height / stride,
   * width / stride, units]}.
   */
  interface Residual {
    /** The first convolution, which strides. */
    @Conv2D(filters = UNITS, stride = STRIDE)
    @BatchNorm
    @Relu
    Tensor first(Tensor in);

    /** The second. */
    @Conv2D(filters = UNITS)
    @BatchNorm
    Tensor second(Tensor first);

    /** What flows in, in the shape of the second. */
    @Shortcut
    Tensor skip(Tensor in, Tensor second);

    /** Their sum. */
    @Add
    @Relu
    Tensor out(Tensor second, Tensor skip);
  }
}
