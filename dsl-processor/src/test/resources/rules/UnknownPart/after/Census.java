import dev.espalier.dsl.*;

@CrossStitch(value = {8, 4}, after = {"hidden1", "hiden2"})
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
