import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@ModelOf(Census.class)
@IndependentTrunks
interface CensusApart {}

@ModelOf(CensusApart.class)
@Adam(learningRate = 0.01)
interface CensusSlow {}
