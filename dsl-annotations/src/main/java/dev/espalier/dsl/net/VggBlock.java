package dev.espalier.dsl.net;

import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.MaxPool;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.Tensor;

/**
 * Two convolutions, then half of height and width: {@code [height, width, n]} to {@code [height /
 * 2, width / 2, units]}.
 *
 * <p>Source: Simonyan and Zisserman, ICLR 2015.
 */
public interface VggBlock {
  /** The first convolution. */
  @Conv2D(filters = UNITS)
  @Relu
  Tensor first(Tensor in);

  /** The second. */
  @Conv2D(filters = UNITS)
  @Relu
  Tensor second(Tensor first);

  /** The greatest of each four. */
  @MaxPool(2)
  Tensor out(Tensor second);

  /** The same with one convolution. */
  interface Single {
    /** The convolution. */
    @Conv2D(filters = UNITS)
    @Relu
    Tensor first(Tensor in);

    /** The greatest of each four. */
    @MaxPool(2)
    Tensor out(Tensor first);
  }

  /** The same with three convolutions. */
  interface Triple extends VggBlock {
    /** The third. */
    @Conv2D(filters = UNITS)
    @Relu
    Tensor third(Tensor second);

    /** The greatest of each four. */
    @Override
    @MaxPool(2)
    Tensor out(Tensor third);
  }
}
