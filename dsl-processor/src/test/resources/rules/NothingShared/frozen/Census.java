import dev.espalier.dsl.*;

@SharedTrunk({8})
@Frozen({"trunk", "tables"})
@MoCo
record Census(
    @Categorical(size = 5) int work,
    @TaskHead boolean rich,
    @TaskHead boolean old) {}
