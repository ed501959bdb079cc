import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @CrossEntropy(balanced = true) @Resampled boolean rich) {}
