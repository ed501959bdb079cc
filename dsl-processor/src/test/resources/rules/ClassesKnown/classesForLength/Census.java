import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(classes = 3) boolean[] owns) {}
