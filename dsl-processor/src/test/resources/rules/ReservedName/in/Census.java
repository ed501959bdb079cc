import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float in,
    @Numeric float age,
    @TaskHead boolean rich) {}
