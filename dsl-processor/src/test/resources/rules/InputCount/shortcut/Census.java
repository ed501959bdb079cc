import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor wide(Tensor in);

  @Shortcut Tensor skip(Tensor in);

  @Add Tensor out(Tensor wide, Tensor skip);
}
