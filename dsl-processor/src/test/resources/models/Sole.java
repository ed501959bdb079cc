import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

/** The smallest network: a linear regression. */
@SharedTrunk(network = Linear.class)
record Sole(@Numeric(length = 8) float[] features, @TaskHead float y) {}

interface Linear {
  @Dense(value = 1, bias = false)
  Tensor line(Tensor features);
}
