import dev.espalier.dsl.*;

@MixtureOfExperts(experts = 4, units = 8)
@TaskAttention({8, 4})
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
