package dev.espalier.dsl.net;

import dev.espalier.dsl.Block;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Dropout;
import dev.espalier.dsl.Flatten;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.Tensor;

/**
 * The network of 11 layers of the Visual Geometry Group: pictures {@code [height, width, n]}, at
 * least 32 high and wide, to {@code [4096]}.
 *
 * <p>132,863,336 parameters with 1000 classes on {@code [224, 224, 3]}, most of them in the first
 * dense layer. Source: Simonyan and Zisserman, ICLR 2015.
 */
public interface Vgg11 {
  /** Stage 1, of 64 channels, half as high and wide. */
  @Block(network = VggBlock.Single.class, units = 64)
  Tensor stage1(Tensor in);

  /** Stage 2, of 128 channels, half as high and wide. */
  @Block(network = VggBlock.Single.class, units = 128)
  Tensor stage2(Tensor stage1);

  /** Stage 3, of 256 channels, half as high and wide. */
  @Block(network = VggBlock.class, units = 256)
  Tensor stage3(Tensor stage2);

  /** Stage 4, of 512 channels, half as high and wide. */
  @Block(network = VggBlock.class, units = 512)
  Tensor stage4(Tensor stage3);

  /** Stage 5, of 512 channels, half as high and wide. */
  @Block(network = VggBlock.class, units = 512)
  Tensor stage5(Tensor stage4);

  /** All of that on one axis. */
  @Flatten
  Tensor flat(Tensor stage5);

  /** The first dense layer. */
  @Dense(4096)
  @Relu
  @Dropout(0.5)
  Tensor hidden(Tensor flat);

  /** The second, {@code [4096]}. */
  @Dense(4096)
  @Relu
  @Dropout(0.5)
  Tensor out(Tensor hidden);
}
