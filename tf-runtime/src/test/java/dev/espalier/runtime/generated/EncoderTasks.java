package dev.espalier.runtime.generated;

import dev.espalier.dsl.Block;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.LayerNorm;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.Reshape;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import dev.espalier.dsl.net.TransformerEncoder;
import java.util.List;

/** The transformer's encoder of the library. */
@SharedTrunk(network = EncoderTasks.Trunk.class)
record EncoderTasks(@Numeric(length = 20) float[] x, @TaskHead float value, @TaskHead boolean yes) {

  interface Trunk {
    @Reshape({5, 4})
    Tensor positions(Tensor in);

    @Block(network = TransformerEncoder.class, units = 4)
    @LayerNorm
    Tensor encoded(Tensor positions);

    @Reshape(20)
    Tensor flat(Tensor encoded);

    @Dense(3)
    Tensor out(Tensor flat);
  }

  static List<EncoderTasks> rows() {
    return SequenceTasks.rows().stream()
        .map(row -> new EncoderTasks(row.x(), row.value(), row.yes()))
        .toList();
  }
}
