import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @Resampled boolean rich,
    @TaskHead(classes = 4) @Resampled int status) {}
