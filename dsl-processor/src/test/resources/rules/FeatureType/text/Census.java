import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric String work,
    @Numeric float age,
    @TaskHead boolean rich) {}
