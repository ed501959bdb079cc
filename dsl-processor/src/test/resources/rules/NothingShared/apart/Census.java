import dev.espalier.dsl.*;

@IndependentTrunks({8})
@GradNorm
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean old) {}
