import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Tower.class, hidden = 8) boolean rich) {}

interface Tower {
  @Dense(8) Tensor out(Tensor in);
}
