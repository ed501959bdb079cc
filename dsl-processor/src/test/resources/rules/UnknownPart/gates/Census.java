import dev.espalier.dsl.*;

@MixtureOfExperts(experts = 2, units = 8)
@Frozen("gates.ritch")
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
