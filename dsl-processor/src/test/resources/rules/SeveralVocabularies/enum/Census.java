import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical(size = 3) Status status,
    @TaskHead boolean rich) {
  enum Status { SINGLE, MARRIED, WIDOWED }
}
