import dev.espalier.dsl.*;

@SharedTrunk({256, -1})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
