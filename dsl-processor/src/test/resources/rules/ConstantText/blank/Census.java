import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric @Column("") float age,
    @TaskHead boolean rich) {}
