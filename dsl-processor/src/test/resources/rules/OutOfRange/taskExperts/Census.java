import dev.espalier.dsl.*;

@ProgressiveExtraction(units = 8, taskExperts = 1000)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
