package nets;

import static dev.espalier.dsl.Block.UNITS;

import dev.espalier.dsl.Add;
import dev.espalier.dsl.Block;
import dev.espalier.dsl.Dense;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.PRelu;
import dev.espalier.dsl.Relu;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Shortcut;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;

interface Residual {
  @Dense(4 * UNITS)
  @Relu
  Tensor first(Tensor in);

  @Dense(UNITS)
  Tensor second(Tensor first);

  @Shortcut
  Tensor skip(Tensor in, Tensor second);

  @Add
  @Relu
  Tensor out(Tensor second, Tensor skip);
}

interface Base {
  @Block(network = Residual.class, units = 16, repeat = 3)
  Tensor stage1(Tensor in);

  @Dense(4)
  @PRelu
  Tensor out(Tensor stage1);
}

interface Longer extends Base {
  @Block(network = Residual.class, units = 8)
  Tensor stage2(Tensor stage1);

  @Override
  @Dense(6)
  Tensor out(Tensor stage2);
}

/** Blocks in a network that redeclares a layer of its parent. */
class Outer {
  static class Inner {
    @SharedTrunk(network = Longer.class)
    record Blocks(
        @Numeric(length = 12) float[] x, @TaskHead float y, @TaskHead(tower = Base.class) float z) {}
  }
}
