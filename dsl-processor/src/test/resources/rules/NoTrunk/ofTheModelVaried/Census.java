import dev.espalier.dsl.*;

@MixtureOfExperts(experts = 4)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

@ModelOf(Census.class)
@CrossStitch(after = "wide")
interface Stitched {}
