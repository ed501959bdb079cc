import dev.espalier.dsl.*;

@ProgressiveExtraction(units = {8, 0})
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
