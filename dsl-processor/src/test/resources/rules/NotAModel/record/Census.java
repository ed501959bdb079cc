import dev.espalier.dsl.*;

record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead float pay) {}
