import dev.espalier.dsl.*;

@ProgressiveExtraction(units = 8, sharedExperts = 0)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
