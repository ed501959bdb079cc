import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@ModelOf(Census.class)
@IndependentTrunks
record CensusApart(@Numeric float age, @TaskHead boolean rich) {}
