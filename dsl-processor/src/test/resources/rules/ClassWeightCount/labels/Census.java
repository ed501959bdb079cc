import dev.espalier.dsl.*;
import java.util.Set;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead @CrossEntropy(classWeights = {1, 2}) Set<Status> status) {
  enum Status { SINGLE, MARRIED, WIDOWED }
}
