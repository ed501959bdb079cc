package lines;

import dev.espalier.dsl.*;

@SharedTrunk(network = Loan.Trunk.class)
public record Loan(
    @Numeric float age,
    @Numeric float income,
    @TaskHead(tower = Rich.class) boolean rich,
    @TaskHead @Given("rich") boolean repaid) {

  interface Step {
    @Dense(8) @Tanh Tensor a(Tensor in);
  }

  interface Pair {
    @Dense(Block.UNITS) Tensor first(Tensor in);

    @Dense(4) Tensor second(Tensor first);
  }

  interface Trunk {
    @Dense(16) Tensor wide(@From("in") Tensor all);

    @Block(network = Step.class) @Relu @Dropout(0.5) Tensor x(@From("trunk.wide") Tensor last);

    @Block(network = Pair.class, units = 6, repeat = 2) @BatchNorm Tensor y(Tensor x);

    @Dense(4) Tensor out(Tensor y, @From("trunk.y.0.first") Tensor inner);
  }

  @RateScale(0.5)
  interface Oldest {
    @Dense(4) Tensor a(Tensor in);
  }

  @Frozen
  interface Middle extends Oldest {
    default Tensor b(Tensor a) {
      return a;
    }
  }

  interface Own {
    interface Rich extends Middle {
      @Dense(3) Tensor b(@From("tasks.rich.a") Tensor mine);
    }
  }

  @L2(0.25)
  interface Rich extends Own.Rich {}
}
