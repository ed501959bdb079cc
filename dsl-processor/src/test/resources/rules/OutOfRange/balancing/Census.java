import dev.espalier.dsl.*;

@SharedTrunk({8})
@GradVac(beta = 1.5)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean old) {}
