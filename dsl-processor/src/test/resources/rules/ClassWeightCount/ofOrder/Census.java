import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(classes = 3) @Ordinal @CrossEntropy(classWeights = {1, 2, 3}) int grade) {}
