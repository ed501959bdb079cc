package dev.espalier.runtime.generated;

import dev.espalier.dsl.Concat;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.RandomBrightness;
import dev.espalier.dsl.RandomCrop;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

/** Three pictures of one thing: the depth moves with the colours, the view from behind does not. */
@SharedTrunk(network = DepthTasks.Trunk.class)
record DepthTasks(
    @Image(height = 3, width = 5, channels = 1, normalize = Normalize.UNCHANGED, along = "colours")
        byte[] depth,
    @Image(height = 3, width = 5, normalize = Normalize.UNCHANGED)
        @RandomFlip(vertical = true)
        @RandomCrop(padding = 1)
        @RandomBrightness
        byte[] colours,
    @Image(height = 3, width = 5, channels = 1, normalize = Normalize.UNCHANGED)
        @RandomFlip(vertical = true)
        @RandomCrop(padding = 1)
        byte[] behind,
    @TaskHead boolean yes) {

  interface Trunk {
    @GlobalAveragePool
    Tensor one(Tensor depth);

    @GlobalAveragePool
    Tensor two(Tensor colours);

    @GlobalAveragePool
    Tensor three(Tensor behind);

    @Concat
    Tensor out(Tensor one, Tensor two, Tensor three);
  }
}
