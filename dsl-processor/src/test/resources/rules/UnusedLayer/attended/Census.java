import dev.espalier.dsl.*;

@TaskAttention(value = {8, 4}, over = "hidden1")
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}
