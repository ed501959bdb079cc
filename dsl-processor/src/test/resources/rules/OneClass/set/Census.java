import dev.espalier.dsl.*;
import java.util.Set;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead Set<Status> status) {
  enum Status {}
}
