import dev.espalier.dsl.*;
import java.util.Set;

@SharedTrunk({8})
record Census(
    @Tokens(length = 4) Set<String> words,
    @TaskHead boolean rich) {}
