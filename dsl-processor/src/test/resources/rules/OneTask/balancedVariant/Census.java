import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@ModelOf(Census.class)
@CaGrad(c = 0.4)
interface CensusCaGrad {}
