package dev.espalier.runtime.generated;

import dev.espalier.dsl.Block;
import dev.espalier.dsl.Conv2D;
import dev.espalier.dsl.Conv2DTranspose;
import dev.espalier.dsl.DepthwiseConv2D;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.GroupNorm;
import dev.espalier.dsl.Interpolation;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Pad;
import dev.espalier.dsl.Padding;
import dev.espalier.dsl.Permute;
import dev.espalier.dsl.Reshape;
import dev.espalier.dsl.SeparableConv2D;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Slice;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Upsample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pictures made larger and smaller, parted and turned; a skip from the trunk into a tower. */
@SharedTrunk(network = DecoderTasks.Trunk.class)
record DecoderTasks(
    @Numeric(length = 32) float[] x,
    @TaskHead(tower = DecoderTasks.Larger.class) float larger,
    @TaskHead(tower = DecoderTasks.Turned.class) boolean turned) {

  interface Trunk {
    @Reshape({4, 4, 2})
    Tensor picture(Tensor in);

    @DepthwiseConv2D(multiplier = 2)
    @GroupNorm(groups = 2)
    @Tanh
    Tensor fine(Tensor picture);

    @SeparableConv2D(filters = 3, stride = 2)
    @Tanh
    Tensor out(Tensor fine);
  }

  interface Larger {
    @Conv2DTranspose(filters = 3)
    @Tanh
    Tensor up(Tensor in);

    @SeparableConv2D(filters = 4, dilation = 2, padding = Padding.VALID, kernel = 2)
    @Tanh
    Tensor joined(Tensor up, Tensor fine);

    @Block(network = Smooth.class, units = 2)
    Tensor once(Tensor joined);

    @Block(network = Smooth.class, units = 2)
    Tensor besides(Tensor joined);

    @Block(network = Smooth.class, units = 2)
    Tensor again(Tensor once, Tensor besides);

    @GlobalAveragePool
    Tensor out(Tensor again);
  }

  /** A method of the generated code: what flows in is one value or several joined. */
  interface Smooth {
    @DepthwiseConv2D
    @Tanh
    Tensor each(Tensor in);

    @Conv2D(filters = Block.UNITS, kernel = 1)
    @Tanh
    Tensor out(Tensor each);
  }

  interface Turned {
    @Upsample(value = 3, by = Interpolation.BILINEAR)
    Tensor up(Tensor in);

    @Slice(from = 1, to = -1, axis = 2)
    Tensor part(Tensor up);

    @Pad({1, 0, 0, 2})
    Tensor padded(Tensor part);

    @Permute({3, 1, 2})
    Tensor turned(Tensor padded);

    @DepthwiseConv2D(kernel = 2, stride = 2)
    @Tanh
    Tensor each(Tensor turned);

    @Upsample
    Tensor twice(Tensor each);

    @GlobalAveragePool
    Tensor out(Tensor twice);
  }

  static List<DecoderTasks> rows() {
    SplittableRandom random = new SplittableRandom(13);
    List<DecoderTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      float[] x = new float[32];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      rows.add(new DecoderTasks(x, (float) random.nextDouble(), i % 2 == 0));
    }
    return rows;
  }
}
