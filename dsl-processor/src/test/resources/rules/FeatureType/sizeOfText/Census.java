import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical(size = 10) String work,
    @TaskHead boolean rich) {}
