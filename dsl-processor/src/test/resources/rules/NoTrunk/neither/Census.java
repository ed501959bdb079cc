import dev.espalier.dsl.*;

@SharedTrunk
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
