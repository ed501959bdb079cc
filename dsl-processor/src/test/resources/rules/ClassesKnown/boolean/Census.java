import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(hidden = 4, classes = 2) boolean rich) {}
