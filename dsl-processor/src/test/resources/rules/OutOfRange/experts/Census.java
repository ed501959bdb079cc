import dev.espalier.dsl.*;

@MixtureOfExperts(experts = 1, units = 8)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
