import dev.espalier.dsl.*;

class Outer {
  @SharedTrunk({8})
  class Census {
    @Numeric float age;
    @TaskHead boolean rich;
  }
}
