package dev.espalier.runtime.generated;

import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Fit;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Image;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Waveform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Pictures as files and in memory, and a sound of 16 bits. */
@SharedTrunk(network = FileTasks.Trunk.class)
record FileTasks(
    @Image(height = 4, width = 6) Path file,
    @Image(height = 2, width = 2, channels = 1, fit = Fit.STRETCH, mean = 0.5, deviation = 0.25)
        BufferedImage image,
    @Waveform(samples = 3, rate = 8000) short[] sound,
    @TaskHead boolean dark) {

  interface Trunk {
    @GlobalAveragePool
    Tensor one(Tensor file);

    @GlobalAveragePool
    Tensor two(Tensor image);

    @Dense(3)
    @Tanh
    Tensor out(Tensor one, Tensor two, Tensor sound);
  }
}
