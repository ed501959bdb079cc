import dev.espalier.dsl.*;

@SharedTrunk({8, 4})
@Frozen({"trunk.hidden1", "trunk.hiden2"})
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
