import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @CrossEntropy(classWeights = {1, -2, 3}) Status status) {
  enum Status { SINGLE, MARRIED, WIDOWED }
}
