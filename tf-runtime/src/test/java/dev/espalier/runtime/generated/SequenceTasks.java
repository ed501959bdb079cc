package dev.espalier.runtime.generated;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.Concat;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.GlobalAveragePool;
import dev.espalier.dsl.Gru;
import dev.espalier.dsl.Init;
import dev.espalier.dsl.Initializer;
import dev.espalier.dsl.Lstm;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.PositionalEncoding;
import dev.espalier.dsl.Reshape;
import dev.espalier.dsl.SelfAttention;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Layers over sequences, of values without padding. */
@SharedTrunk(network = SequenceTasks.Trunk.class)
record SequenceTasks(
    @Numeric(length = 20) float[] x,
    @TaskHead float value,
    @TaskHead(tower = Reader.class) boolean yes) {

  interface Trunk {
    @Reshape({5, 4})
    Tensor positions(Tensor in);

    @PositionalEncoding
    Tensor placed(Tensor positions);

    @PositionalEncoding(learnt = true)
    Tensor learnt(Tensor placed);

    @SelfAttention(heads = 2, dropout = 0.1)
    Tensor attended(Tensor learnt);

    @SelfAttention(heads = 1, causal = true)
    Tensor past(Tensor attended, Tensor learnt);

    @Lstm(units = 3, bidirectional = true)
    Tensor memory(Tensor past);

    @Gru(units = 2)
    @Init(Initializer.GLOROT_NORMAL)
    Tensor gated(Tensor memory);

    @Concat
    Tensor both(Tensor memory, Tensor gated);

    @GlobalAveragePool
    Tensor out(Tensor both);
  }

  interface Reader {
    @Lstm(units = 2, last = true)
    Tensor forward(Tensor both);

    @Gru(units = 1, bidirectional = true, last = true)
    Tensor around(Tensor both);

    @Add
    Tensor sum(Tensor forward, Tensor around);

    @Dense(3)
    Tensor out(Tensor in, Tensor sum);
  }

  static List<SequenceTasks> rows() {
    SplittableRandom random = new SplittableRandom(9);
    List<SequenceTasks> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      float[] x = new float[20];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) (2 * random.nextDouble() - 1);
      }
      rows.add(new SequenceTasks(x, (float) random.nextDouble(), i % 2 == 0));
    }
    return rows;
  }
}
