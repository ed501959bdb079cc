import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Tower.class) boolean rich) {}

interface Tower {
  @Dense(8) Tensor a(Tensor in, Tensor age);

  @Dense(8) Tensor b(Tensor hidden1);

  @Dense(8) Tensor c(Tensor b);
}
