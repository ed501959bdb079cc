import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean deep,
    @TaskHead(tower = Tower.class) boolean rich) {}

interface Trunk {
  @Dense(8) @Relu Tensor deep(Tensor in);
}

interface Tower {
  @Dense(4) @Relu Tensor out(Tensor deep);
}
