import dev.espalier.dsl.*;

record Census(
    @Numeric float age,
    @Numeric float pay) {}

@ModelOf(Census.class)
@IndependentTrunks({8})
interface CensusApart {}
