import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @RowWeight float old,
    @RowWeight float rare,
    @TaskHead boolean rich) {}
