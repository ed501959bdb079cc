import dev.espalier.dsl.*;

class Outer {
  @SharedTrunk({8})
  private record Census(
      @Numeric float age,
      @TaskHead boolean rich) {}
}
