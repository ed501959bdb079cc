import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(@Numeric float age, @TaskHead boolean rich) {
  interface Trunk {
    @Dense(8) @Relu
    Tensor out(Tensor in);
  }
}

final class CensusWires {}
