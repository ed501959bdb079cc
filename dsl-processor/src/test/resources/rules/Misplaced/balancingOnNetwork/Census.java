import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean old) {}

@PcGrad
interface Trunk {
  @Dense(8) Tensor out(Tensor in);
}
