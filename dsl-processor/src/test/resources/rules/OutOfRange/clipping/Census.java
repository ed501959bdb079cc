import dev.espalier.dsl.*;

@SharedTrunk({8})
@ClipByGlobalNorm(0)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
