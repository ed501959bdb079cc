import dev.espalier.dsl.*;

@SharedTrunk({8})
@NashMtl
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
