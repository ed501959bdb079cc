import dev.espalier.dsl.*;

@IndependentTrunks({})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
