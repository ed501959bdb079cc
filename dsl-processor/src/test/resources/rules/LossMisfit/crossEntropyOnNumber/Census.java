import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @LossWeight(2) @CrossEntropy(smoothing = 0.1) float pay) {}
