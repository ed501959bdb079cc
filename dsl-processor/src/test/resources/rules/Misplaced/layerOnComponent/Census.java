import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Dense(8) @Numeric float age,
    @TaskHead boolean rich) {}
