import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Numeric float age, @TaskHead Status status) {
  private enum Status { SINGLE, MARRIED }
}
