import dev.espalier.dsl.*;

@MixtureOfExperts(experts = 4, units = 8)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
