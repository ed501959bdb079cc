import dev.espalier.dsl.*;
import java.util.List;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead List<Status> status) {
  enum Status { SINGLE, MARRIED, WIDOWED }
}
