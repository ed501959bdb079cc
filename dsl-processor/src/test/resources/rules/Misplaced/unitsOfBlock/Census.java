import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(@Numeric float age, @TaskHead boolean good) {
  interface Trunk {
    @Block(network = Part.class, units = 4)
    Tensor out(Tensor in);
  }

  interface Part {
    @Dense(3)
    Tensor out(Tensor in);
  }
}
