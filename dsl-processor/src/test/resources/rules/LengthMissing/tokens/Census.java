import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens String[] words,
    @TaskHead boolean rich) {}

interface Trunk {
  @GlobalMaxPool Tensor out(Tensor words);
}
