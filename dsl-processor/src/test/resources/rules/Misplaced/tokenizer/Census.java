import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16, tokenizer = Tokenizer.WORDS) String[] words,
    @TaskHead boolean rich) {}

interface Trunk {
  @GlobalMaxPool Tensor out(Tensor words);
}
