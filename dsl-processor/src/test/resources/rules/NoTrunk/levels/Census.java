import dev.espalier.dsl.*;

@ProgressiveExtraction(sharedExperts = 2)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
