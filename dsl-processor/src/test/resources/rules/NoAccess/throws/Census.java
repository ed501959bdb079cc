import dev.espalier.dsl.*;

@SharedTrunk({8})
class Census {
  @TaskHead boolean rich;

  @Numeric
  float age() throws java.io.IOException {
    return 1;
  }
}
