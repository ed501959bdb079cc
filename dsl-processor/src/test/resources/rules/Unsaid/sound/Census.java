import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Numeric float age, float[] voice, @TaskHead boolean rich) {}
