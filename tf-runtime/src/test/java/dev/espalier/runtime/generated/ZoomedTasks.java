package dev.espalier.runtime.generated;

import dev.espalier.dsl.Box;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.RandomZoom;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

/** A picture that training enlarges and shrinks, with a mask and a box that have to follow. */
@SharedTrunk(network = ZoomedTasks.Trunk.class)
record ZoomedTasks(
    @Image(height = 24, width = 32, channels = 1, normalize = Normalize.UNCHANGED)
        @RandomFlip
        @RandomZoom(min = 0.5, max = 2)
        byte[] picture,
    @TaskHead(tower = Pixels.class, along = "picture", classes = 3) byte[] mask,
    @TaskHead @Box float[] box) {

  interface Trunk {
    @GlobalAveragePool
    Tensor out(Tensor picture);
  }

  interface Pixels {
    @Dense(2)
    Tensor out(Tensor picture);
  }
}
