import dev.espalier.dsl.*;

@IndependentTrunks({8})
@Famo
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead @LossWeight(0) float hours) {}
