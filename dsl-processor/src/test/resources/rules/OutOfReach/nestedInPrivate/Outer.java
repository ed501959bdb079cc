import dev.espalier.dsl.*;

class Outer {
  private static class Hidden {
    @SharedTrunk({8})
    record Census(@Numeric float age, @TaskHead boolean rich) {}
  }
}
