package dev.espalier.runtime.generated;

import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.LogMelSpectrogram;
import dev.espalier.dsl.Mfcc;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Layers over sound; what comes before them learns, so that gradients flow through them. Bands are
 * wide: the logarithm of a power that is nearly nothing bends more than differences follow.
 */
@SharedTrunk(network = SoundTasks.Trunk.class)
record SoundTasks(@Numeric(length = 6) float[] x, @TaskHead float value, @TaskHead boolean yes) {

  interface Trunk {
    @Dense(40)
    Tensor sound(Tensor in);

    @LogMelSpectrogram(window = 16, hop = 4, bands = 2, rate = 8000)
    @Tanh
    Tensor mel(Tensor sound);

    @Mfcc(coefficients = 2, window = 12, hop = 4, bands = 2, rate = 8000, highest = 3900)
    @Tanh
    Tensor mfcc(Tensor sound);

    @GlobalAveragePool
    Tensor mean(Tensor mel);

    @GlobalAveragePool
    Tensor cepstrum(Tensor mfcc);

    @Concat
    Tensor out(Tensor mean, Tensor cepstrum);
  }

  static List<SoundTasks> rows() {
    SplittableRandom random = new SplittableRandom(9);
    List<SoundTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      float[] x = new float[6];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      rows.add(new SoundTasks(x, (float) random.nextDouble(), i % 2 == 0));
    }
    return rows;
  }
}
