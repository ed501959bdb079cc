import dev.espalier.dsl.*;

record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

@ModelOf(Census.class)
@IndependentTrunks({8})
interface CensusApart {}
