import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @RowWeight Float weight,
    @TaskHead boolean rich) {}
