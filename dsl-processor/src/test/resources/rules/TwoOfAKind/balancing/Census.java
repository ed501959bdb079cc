import dev.espalier.dsl.*;

@SharedTrunk({8})
@GradNorm
@PcGrad
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean old) {}
