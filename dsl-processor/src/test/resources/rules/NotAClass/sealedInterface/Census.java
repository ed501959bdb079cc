import dev.espalier.dsl.*;

@SharedTrunk({8})
sealed interface Census permits Person {}

record Person(@Numeric float age, @TaskHead boolean rich) implements Census {}
