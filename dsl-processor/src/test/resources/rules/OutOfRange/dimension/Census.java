import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical(dimension = 0) String work,
    @TaskHead boolean rich) {}
