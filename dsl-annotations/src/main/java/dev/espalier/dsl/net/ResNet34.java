package dev.espalier.dsl.net;

import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.Padding;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.Tensor;

/**
 * The residual network of 34 layers: pictures {@code [height, width, n]} to {@code [512]}.
 *
 * <p>21,797,672 parameters with 1000 classes on {@code [224, 224, 3]}. Source: He et al., CVPR
 * 2016.
 */
public interface ResNet34 {
  /** The first convolution, {@code [height / 2, width / 2, 64]}. */
  @Conv2D(filters = 64, kernel = 7, stride = 2)
  @BatchNorm
  @Relu
  Tensor stem(Tensor in);

  /** Half of that. */
  @MaxPool(value = 3, stride = 2, padding = Padding.SAME)
  Tensor pooled(Tensor stem);

  /** Stage 1, of 64 channels. */
  @Block(network = ResNet18.Residual.class, units = 64, repeat = 3)
  Tensor stage1(Tensor pooled);

  /** Stage 2, of 128 channels, half as high and wide. */
  @Block(network = ResNet18.Residual.class, units = 128, stride = 2, repeat = 4)
  Tensor stage2(Tensor stage1);

  /** Stage 3, of 256 channels, half as high and wide. */
  @Block(network = ResNet18.Residual.class, units = 256, stride = 2, repeat = 6)
  Tensor stage3(Tensor stage2);

  /** Stage 4, of 512 channels, half as high and wide. */
  @Block(network = ResNet18.Residual.class, units = 512, stride = 2, repeat = 3)
  Tensor stage4(Tensor stage3);

  /** The mean over all positions, {@code [512]}. */
  @GlobalAveragePool
  Tensor out(Tensor stage4);
}
