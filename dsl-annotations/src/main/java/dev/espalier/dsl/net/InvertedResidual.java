package dev.espalier.dsl.net;

import static dev.espalier.dsl.Block.STRIDE;
import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.DepthwiseConv2D;
import dev.espalier.dsl.Relu6;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.Tensor;

/**
 * The block of MobileNetV2: six times as many channels, a convolution of each by itself, and back,
 * {@code [height, width, n]} to {@code [height / stride, width / stride, units]}.
 *
 * <p>Two things differ from the paper where a block changes the shape, as the first of a stage
 * does: the many channels are six times those that it gives, not those that it takes, and the skip
 * is a projection where the paper has none. Source: Sandler et al., CVPR 2018.
 */
public interface InvertedResidual {
  /** Six times as many channels. */
  @Conv2D(filters = 6 * UNITS, kernel = 1)
  @BatchNorm
  @Relu6
  Tensor wide(Tensor in);

  /** The convolution of each, which strides. */
  @DepthwiseConv2D(stride = STRIDE)
  @BatchNorm
  @Relu6
  Tensor each(Tensor wide);

  /** Back again, with nothing bent. */
  @Conv2D(filters = UNITS, kernel = 1)
  @BatchNorm
  Tensor narrow(Tensor each);

  /** What flows in, in the shape of the last. */
  @Shortcut
  Tensor skip(Tensor in, Tensor narrow);

  /** Their sum. */
  @Add
  Tensor out(Tensor narrow, Tensor skip);
}
