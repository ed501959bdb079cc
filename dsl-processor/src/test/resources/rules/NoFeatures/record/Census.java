import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @TaskHead boolean rich,
    @Ignored long id,
    @RowWeight float weight) {}
