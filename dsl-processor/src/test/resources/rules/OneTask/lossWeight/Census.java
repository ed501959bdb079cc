import dev.espalier.dsl.*;

@SharedTrunk({8})
@PcGrad
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead @LossWeight(0) boolean old) {}
