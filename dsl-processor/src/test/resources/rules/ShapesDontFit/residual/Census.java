import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(@Image(height = 8, width = 8) byte[] face, @TaskHead boolean rich) {
  interface Trunk {
    @Conv2D(filters = 8)
    Tensor seen(Tensor in);

    @Add
    Tensor both(Tensor seen, Tensor in);

    @Flatten
    Tensor out(Tensor both);
  }
}
