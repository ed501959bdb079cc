package dev.espalier.runtime.generated;

import dev.espalier.dsl.Box;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.RandomCrop;
import dev.espalier.dsl.RandomFlip;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.TimeShift;
import dev.espalier.dsl.Waveform;

/** A picture that training moves, with a mask and a box that have to follow, and a sound. */
@SharedTrunk(network = MovedTasks.Trunk.class)
record MovedTasks(
    @Image(height = 6, width = 8, channels = 1, normalize = Normalize.UNCHANGED)
        @RandomFlip(vertical = true)
        @RandomCrop(padding = 3)
        byte[] picture,
    @Waveform(samples = 5, rate = 8000) @TimeShift(samples = 2) float[] sound,
    @TaskHead(tower = Pixels.class, along = "picture", classes = 3) byte[] mask,
    @TaskHead @Box float[] box) {

  interface Trunk {
    @GlobalAveragePool
    Tensor seen(Tensor picture);

    @Dense(2)
    Tensor out(Tensor seen, Tensor sound);
  }

  interface Pixels {
    @Dense(2)
    @Tanh
    Tensor out(Tensor picture);
  }
}
