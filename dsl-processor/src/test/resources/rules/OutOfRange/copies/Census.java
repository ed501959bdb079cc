import dev.espalier.dsl.*;

@ProgressiveExtraction(units = {8, 8, 8, 8, 8, 8, 8, 8}, sharedExperts = 64, taskExperts = 64)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
