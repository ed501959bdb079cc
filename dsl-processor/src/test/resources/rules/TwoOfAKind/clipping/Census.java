import dev.espalier.dsl.*;

@SharedTrunk({8})
@ClipByNorm(1)
@ClipByGlobalNorm(5)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
