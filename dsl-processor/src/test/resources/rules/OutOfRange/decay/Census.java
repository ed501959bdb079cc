import dev.espalier.dsl.*;

@SharedTrunk({8})
@L2(-1e-4)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
