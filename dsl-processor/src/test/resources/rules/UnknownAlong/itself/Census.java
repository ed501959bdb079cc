import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @Tokens(along = "tags") String[] tags,
    @TaskHead boolean rich) {}

interface Trunk {
  @GlobalMaxPool Tensor out(Tensor words, Tensor tags);
}
