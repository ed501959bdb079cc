import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@Adam(learningRate = 0.01)
interface Trunk {
  @Dense(8) Tensor out(Tensor in);
}
