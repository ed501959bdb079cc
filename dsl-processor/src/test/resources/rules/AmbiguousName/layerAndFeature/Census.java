import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @Numeric float hidden1,
    @TaskHead(tower = Tower.class) boolean rich) {}

interface Tower {
  @Dense(4) Tensor out(Tensor in, Tensor hidden1);
}
