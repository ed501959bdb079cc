import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Numeric float age, @Categorical Work work, @TaskHead boolean rich) {}

enum Work {}
