import dev.espalier.dsl.*;

@SharedTrunk(value = {8, 4}, network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor in);
}
