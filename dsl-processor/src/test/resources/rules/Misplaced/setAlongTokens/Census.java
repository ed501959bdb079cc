import dev.espalier.dsl.*;
import java.util.Set;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words") Set<Status> tags) {
  enum Status { SINGLE, MARRIED, WIDOWED }
}

interface Trunk {
  @Dense(8) @Relu Tensor out(Tensor words);
}
