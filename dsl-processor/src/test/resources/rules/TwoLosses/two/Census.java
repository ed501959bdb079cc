import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @CrossEntropy @Focal(gamma = 1) boolean rich) {}
