import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @Column("pay") float pay,
    @TaskHead boolean rich) {}
