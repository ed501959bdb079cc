import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric @Column(value = "age", at = 0) float age,
    @TaskHead boolean rich) {}
