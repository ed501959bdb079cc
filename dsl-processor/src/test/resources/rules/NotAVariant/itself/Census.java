import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@ModelOf(CensusApart.class)
interface CensusApart {}
