package dev.espalier.runtime.generated;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.BatchNorm;
import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Conv1D;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Gru;
import dev.espalier.dsl.LogMelSpectrogram;
import dev.espalier.dsl.Lstm;
import dev.espalier.dsl.PositionalEncoding;
import dev.espalier.dsl.SelfAttention;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.SpecMask;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.Tokens;
import dev.espalier.dsl.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Layers over sequences whose padding counts for nothing, and a sound whose spectrogram is masked.
 */
@SharedTrunk(network = MaskedTasks.Trunk.class)
record MaskedTasks(
    @Tokens(length = 5, size = 6, dimension = 4) int[] words,
    @Waveform(samples = 40, rate = 8000)
        @SpecMask(times = 1, time = 2, frequencies = 1, frequency = 1)
        float[] sound,
    @TaskHead(tower = Each.class, along = "words", classes = 3) int[] next,
    @TaskHead boolean yes) {

  interface Trunk {
    @PositionalEncoding
    Tensor placed(Tensor words);

    @Conv1D(filters = 4)
    @BatchNorm
    @Tanh
    Tensor wide(Tensor placed);

    @SelfAttention(heads = 2)
    Tensor attended(Tensor wide);

    @Add
    Tensor sum(Tensor wide, Tensor attended);

    @Lstm(units = 2, bidirectional = true)
    Tensor forth(Tensor sum);

    @Gru(units = 2)
    Tensor back(Tensor forth);

    @Shortcut
    Tensor skip(Tensor placed, Tensor back);

    @Add
    Tensor both(Tensor back, Tensor skip);

    @GlobalAveragePool
    Tensor sentence(Tensor both);

    @LogMelSpectrogram(window = 16, hop = 4, bands = 2)
    @Tanh
    Tensor mel(Tensor sound);

    @GlobalAveragePool
    Tensor heard(Tensor mel);

    @Concat
    Tensor out(Tensor sentence, Tensor heard);
  }

  interface Each {
    @Conv1D(filters = 3)
    @Tanh
    Tensor out(Tensor forth, Tensor back);
  }

  static List<MaskedTasks> rows() {
    SplittableRandom random = new SplittableRandom(6);
    List<MaskedTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int[] words = new int[i];
      int[] next = new int[i];
      for (int w = 0; w < i; w++) {
        words[w] = random.nextInt(6);
        next[w] = random.nextInt(3);
      }
      float[] sound = new float[40];
      for (int s = 0; s < 40; s++) {
        sound[s] = (float) (2 * random.nextDouble() - 1);
      }
      rows.add(new MaskedTasks(words, sound, next, i % 2 == 0));
    }
    return rows;
  }
}
