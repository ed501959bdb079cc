import dev.espalier.dsl.*;

@SharedTrunk({8})
@PcGrad
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean old) {}

@ModelOf(Census.class)
@IndependentTrunks
interface CensusApart {}
