package dev.espalier.runtime.generated;

import dev.espalier.dsl.Dense;
import dev.espalier.dsl.From;
import dev.espalier.dsl.Given;
import dev.espalier.dsl.InformationTransfer;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.NotAbove;
import dev.espalier.dsl.Numeric;
import dev.espalier.dsl.SharedTrunk;
import dev.espalier.dsl.Tanh;
import dev.espalier.dsl.TaskHead;
import dev.espalier.dsl.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tasks along a funnel, each learning from the one before in every way there is; labels of one, of
 * the other and of both are missing in some rows.
 */
@SharedTrunk(network = FunnelTasks.Trunk.class)
record FunnelTasks(
    @Numeric(length = 3, normalize = Normalize.UNCHANGED) float[] x,
    @TaskHead(tower = First.class) Boolean click,
    @TaskHead(tower = Told.class) @NotAbove("click") Boolean cart,
    @TaskHead(tower = Told.class) @NotAbove(value = "cart", strength = 3) Boolean buy,
    @TaskHead @Given("buy") Boolean keep,
    @TaskHead @Given("keep") @NotAbove("cart") Boolean back) {

  interface Trunk {
    @Dense(5)
    @Tanh
    Tensor out(Tensor in);
  }

  interface First {
    @Dense(4)
    @Tanh
    Tensor hidden(Tensor in);
  }

  interface Told {
    @Dense(4)
    @Tanh
    Tensor own(Tensor in);

    @Dense(4)
    @Tanh
    Tensor told(@From("tasks.click.hidden") Tensor hidden);

    @InformationTransfer
    Tensor out(Tensor own, Tensor told);
  }

  static List<FunnelTasks> rows() {
    SplittableRandom random = new SplittableRandom(4);
    List<FunnelTasks> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      float[] x = {at(random), at(random), at(random)};
      boolean click = random.nextInt(3) > 0;
      boolean cart = click && random.nextInt(3) > 0;
      boolean buy = cart && random.nextBoolean();
      boolean keep = buy && random.nextBoolean();
      rows.add(
          new FunnelTasks(
              x,
              i % 4 == 0 ? null : click,
              i % 4 == 1 ? null : cart,
              i % 6 == 1 ? null : buy,
              i % 4 == 2 ? null : keep,
              keep && random.nextBoolean()));
    }
    return rows;
  }

  private static float at(SplittableRandom random) {
    return (float) (4 * random.nextDouble() - 2);
  }
}
