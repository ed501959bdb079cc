import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Column(at = -1) @Numeric float age,
    @TaskHead boolean rich) {}
