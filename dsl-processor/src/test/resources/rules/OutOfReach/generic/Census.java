import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census<T>(@Numeric float age, @TaskHead boolean rich) {}
