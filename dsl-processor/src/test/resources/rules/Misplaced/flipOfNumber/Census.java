import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric @RandomFlip float age,
    @TaskHead boolean rich) {}
