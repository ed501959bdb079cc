import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    long rowId,
    @Numeric float age,
    @TaskHead boolean rich) {}
